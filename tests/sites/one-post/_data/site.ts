export default { title: "One post", url: "https://one.example/" };
