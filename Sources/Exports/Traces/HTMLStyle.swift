/// The page's looks: one narrow column, light and dark, and on paper.
package enum HTMLStyle {
  package static let sheet = """
    :root { color-scheme: light dark; --ink: #1c1b1f; --soft: #5b5a60; --paper: #fffdf8; --line: #cfcac0;
      --card: #f6f2e9; --lit: #b3261e; --litpaper: #fbe3df; --link: #1a4f8b; }
    @media (prefers-color-scheme: dark) { :root { --ink: #e9e6df; --soft: #a9a59c; --paper: #17181b; --line: #45464d;
      --card: #212328; --lit: #ff9d8f; --litpaper: #4a2722; --link: #9cc4f5; } }
    * { box-sizing: border-box; }
    body { margin: 0; background: var(--paper); color: var(--ink); line-height: 1.55; font-size: 17px;
      font-family: "Iowan Old Style", "Palatino Linotype", Palatino, Georgia, "Noto Serif CJK SC", "Source Han Serif SC",
        "Songti SC", SimSun, serif; }
    main { max-width: 58rem; margin: 0 auto; padding: 2.5rem 1.25rem 5rem; }
    h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 1rem; }
    h2 { font-size: 1.4rem; margin: 3rem 0 .75rem; padding-bottom: .25rem; border-bottom: 2px solid var(--line); }
    h3, h4, h5, h6 { font-size: 1.05rem; margin: 1.5rem 0 .4rem; }
    .level-4, .level-5, .level-6 { margin-left: 1rem; padding-left: 1rem; border-left: 3px solid var(--line); }
    a { color: var(--link); }
    nav ol { columns: 2; column-gap: 2rem; padding-left: 1.4rem; margin: 0 0 1rem; }
    p { margin: .5rem 0; }
    .note { color: var(--soft); font-style: italic; }
    :lang(zh) .note { font-style: normal; }
    math { font-family: "STIX Two Math", "Latin Modern Math", "Cambria Math", "Noto Sans Math", math; font-size: 1.06em; }
    .said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    .display { overflow: auto hidden; padding: .35rem 0; }
    .display math { margin: 0 auto; }
    mtd.left { text-align: right; padding-right: .1em; }
    mtd.right { text-align: left; padding-left: .1em; padding-block: .3em; }
    .marked { background: var(--litpaper); color: var(--lit); padding: .15em .2em; border-bottom: 2px solid var(--lit); }
    dl { margin: .5rem 0; padding: .35rem 1rem; background: var(--card); border-radius: .5rem; }
    dl > div { display: grid; grid-template-columns: 8.5rem 1fr; gap: 1rem; align-items: center; padding: .3rem 0; }
    dl > div + div { border-top: 1px solid var(--line); }
    dt { color: var(--soft); }
    dd { margin: 0; padding: .1rem 0; overflow: auto hidden; }
    figure { margin: 1rem 0; }
    svg { display: block; width: 100%; height: auto; margin: 0 auto;
      font-family: "Helvetica Neue", Arial, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
    svg text { fill: var(--ink); text-anchor: middle; font-size: 13px; }
    svg .name { font-weight: 700; font-size: 15px; }
    svg .label { paint-order: stroke; stroke: var(--paper); stroke-width: 5px; stroke-linejoin: round; }
    svg .label.lit, svg .lit .name { fill: var(--lit); font-weight: 700; }
    .edge { stroke: var(--soft); stroke-width: 1.2; opacity: .65; }
    .edge.lit { stroke: var(--lit); stroke-width: 3.5; opacity: 1; }
    .node rect { fill: var(--card); stroke: var(--soft); stroke-width: 1.4; }
    .node.bias rect { stroke-dasharray: 5 4; }
    .node.lit rect { fill: var(--litpaper); stroke: var(--lit); stroke-width: 2.6; }
    table { border-collapse: collapse; margin: 1rem 0; font-variant-numeric: tabular-nums; }
    th, td { padding: .3rem .9rem; text-align: right; border-bottom: 1px solid var(--line); }
    th:first-child { text-align: left; }
    thead th { border-bottom: 2px solid var(--ink); }
    @media screen and (max-width: 40rem) { figure { overflow-x: auto; } figure svg { min-width: 34rem; } }
    @media (max-width: 40rem) { dl > div { grid-template-columns: 1fr; gap: .1rem; } nav ol { columns: 1; } }
    @media print { :root { --ink: #000; --soft: #444; --paper: #fff; --line: #bbb; --card: #fff; --lit: #a00;
        --litpaper: #fff; --link: #000; color-scheme: light; }
      body { font-size: 11pt; } main { max-width: none; padding: 0; } nav { display: none; }
      dl { border: 1px solid var(--line); } h2, h3, h4, h5, h6 { break-after: avoid; }
      figure, dl, tr, .display { break-inside: avoid; } dd, .display { overflow: visible; } a { text-decoration: none; } }
    """
}
