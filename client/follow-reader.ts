/** Marks the link to the section that is being read: the last whose heading has come into the upper quarter or gone. */
export function followReader(contents: HTMLElement): void {
  // One mark is enough.
  contents.style.setProperty("scroll-target-group", "none");
  const links = [...contents.querySelectorAll("a")];
  const headings = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
  const passed = new Set<Element | null>();

  const mark = () => {
    const reached = headings.filter((heading) => passed.has(heading)).at(-1) ?? headings[0];
    for (const [index, link] of links.entries()) {
      if (headings[index] !== reached) link.removeAttribute("aria-current");
      else {
        link.setAttribute("aria-current", "location");
        // Not `scrollIntoView`: on a narrow screen, where the list does not stay, it would move the page.
        contents.scrollTop = link.offsetTop - contents.clientHeight / 2;
      }
    }
  };
  // Open at the top: whatever lies above counts as passed, so that no jump misses a heading.
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) passed.add(target);
        else passed.delete(target);
      }
      mark();
    },
    { rootMargin: "9999999px 0px -75%" },
  );
  for (const heading of headings) if (heading) observer.observe(heading);
}
