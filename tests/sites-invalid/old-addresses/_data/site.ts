export default { title: "Tea notes", url: "https://tea.example/", search: false, cards: false };
