/// What a lesson's page needs beside the look that all pages have.
enum LessonStyle {
  static let sheet = """
    section { margin: 2.2rem 0; }
    h2, h3 { margin-top: 0; }
    pre { background: var(--card); padding: .6rem 1rem; border-radius: .5rem; overflow-x: auto; font-size: .95em; }
    code { font-family: "DejaVu Sans Mono", Menlo, Consolas, "Noto Sans Mono CJK SC", monospace; font-size: .92em; }
    blockquote { margin: .6rem 0; padding-left: 1rem; border-left: 3px solid var(--line); color: var(--soft); }
    aside { margin: 1rem 0; padding: .2rem 1rem; border-left: 4px solid var(--link); background: var(--card); }
    aside.warning, aside.caution { border-color: var(--lit); }
    table.text { display: block; overflow-x: auto; } table.text td, table.text th { text-align: left; }
    .task { margin: 1.2rem 0; padding: .6rem 1.1rem; border: 1px solid var(--line); border-radius: .6rem; }
    .number { color: var(--lit); margin-right: .4em; }
    .material { padding-left: 1.6rem; } ul.material { list-style: none; padding-left: 0; }
    .material li { overflow: auto hidden; } .part { display: inline-block; margin-right: .9rem; }
    .choice { list-style: lower-latin; padding-left: 2rem; } .choice li.right { font-weight: 700; color: var(--lit); }
    .choice li.right::after { content: " ✓"; }
    .room { border: 1px dashed var(--line); border-radius: .3rem; margin: .6rem 0; box-sizing: border-box; }
    .answer { border-top: 1px solid var(--line); margin-top: .6rem; padding-top: .2rem; }
    figure.plot svg text { fill: #000; } figcaption { color: var(--soft); font-size: .92em; }
    @media print { .task { break-inside: avoid; } section { margin: 1.2rem 0; }
      .material li, pre, table.text { overflow: visible; } }
    """

  /// A screen is a slide: the page snaps from one to the next, and on paper each has a page.
  static let slides = """
    html { scroll-snap-type: y proximity; }
    .slides main { max-width: none; padding: 0; counter-reset: slide; }
    .slides section { min-height: 100vh; margin: 0; padding: 4vh max(5vw, calc((100vw - 64rem) / 2)) 9vh; position: relative;
      display: flex; flex-direction: column; justify-content: center; scroll-snap-align: start; counter-increment: slide;
      font-size: clamp(1rem, 1.1rem + .7vw, 1.7rem); border-bottom: 1px solid var(--line); }
    .slides section::after { content: counter(slide); position: absolute; right: 2vw; bottom: 2vh; color: var(--soft);
      font-size: .8rem; }
    .slides .title { text-align: center; }
    .slides figure { width: 100%; max-width: 60rem; margin-left: auto; margin-right: auto; }
    .slides .task { border: 0; padding: 0; } .slides .room { display: none; }
    summary { cursor: pointer; color: var(--link); }
    @media print { @page { size: 297mm 167mm; margin: 8mm; }
      .slides section { min-height: 0; height: 149mm; break-after: page; border: 0; padding: 0 12mm; font-size: 20pt; }
      details::details-content { content-visibility: visible; } details > * { display: block; } }
    """
}
