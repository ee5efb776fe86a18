import type { SiteSettings } from "../src/content/site-schema.ts";

export default {
  title: "The Long Table",
  description: "A small magazine about how people work together, hold conversations and build trust.",
  url: "https://klatsch.example/",
  language: "en",
  timezone: "Europe/Berlin",
  author: "ines",
  repository: "klatsch/sample",
  nav: [
    { label: "About", url: "/about/" },
    { label: "Categories", url: "/categories/" },
    { label: "Tags", url: "/tags/" },
    { label: "Archive", url: "/archive/" },
  ],
} satisfies SiteSettings;
