export default { title: "Tea notes", url: "https://tea.example/blog/", search: false, cards: false };
