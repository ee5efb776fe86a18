export default {
  title: "Tea Talk",
  url: "https://talk.example/blog/",
  imageHosts: ["pictures.example"],
  author: "ada",
};
