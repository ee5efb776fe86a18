export default {
  title: "دفتر الشاي",
  description: "ملاحظات قصيرة عن الشاي والناس الذين يشربونه معًا.",
  url: "https://chai.example/",
  language: "ar",
  timezone: "Asia/Amman",
  defaultCategory: "متفرقات",
  author: "salma",
  pageSize: 2,
  nav: [
    { label: "عن الدفتر", url: "/عن-الدفتر/" },
    { label: "الأرشيف", url: "/archive/" },
  ],
};
