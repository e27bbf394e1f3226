namespace Chancery.Cli.Output;

/// <summary>The look of the page. Contrast is WCAG AA in both schemes; no mark is told by colour alone.</summary>
internal static class HtmlStyle
{
    public const string Css = """
        :root { color-scheme: light dark;
          --paper: #fdfdfb; --ink: #1b1d21; --quiet: #5a5f69; --rule: #d9d9d4; --card: #f4f4f0;
          --said: #dfeafb; --said-line: #2f5fa8; --pledge: #fbeccb; --pledge-line: #8a5a00;
          --good: #1d6b3a; --bad: #a8261d; --name: #0b5563; --time: #6b3fa0; --place: #7a4a12; }
        @media (prefers-color-scheme: dark) { :root {
          --paper: #16181c; --ink: #e7e7e3; --quiet: #a4a9b3; --rule: #34373d; --card: #1f2227;
          --said: #1e2f49; --said-line: #8fb6f2; --pledge: #40310f; --pledge-line: #f0c052;
          --good: #7fd39b; --bad: #ff9d92; --name: #7fd0de; --time: #c8a8f5; --place: #e3b27a; } }
        * { box-sizing: border-box; }
        body { margin: 0 auto; max-width: 76rem; padding: 1.5rem 1rem 4rem; background: var(--paper); color: var(--ink);
          font: 1.06rem/1.65 Georgia, "Times New Roman", serif; overflow-wrap: anywhere; }
        h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .3rem; }
        h2 { font-size: 1.15rem; margin: 2.2rem 0 .5rem; }
        header p, .legend, aside, table, footer { font-family: system-ui, "Segoe UI", Helvetica, Arial, sans-serif; font-size: .84rem; line-height: 1.45; }
        header p, footer { color: var(--quiet); margin: .1rem 0; }
        article + article { margin-top: 4rem; border-top: 3px double var(--rule); padding-top: 2rem; }
        .legend { display: flex; flex-wrap: wrap; gap: .35rem 1.1rem; margin: .9rem 0 1.2rem; padding: .6rem .8rem; background: var(--card); border: 1px solid var(--rule); border-radius: .4rem; }
        .legend label { display: inline-flex; gap: .4rem; align-items: center; }
        .row { display: grid; grid-template-columns: minmax(0, 1.35fr) minmax(0, 1fr); gap: 1.8rem; padding: .55rem 0; }
        .row + .row { border-top: 1px solid var(--rule); }
        .text { margin: 0; white-space: pre-line; }
        .m { color: inherit; text-decoration: none; }
        .m.st { background: var(--said); box-decoration-break: clone; -webkit-box-decoration-break: clone; }
        .m.co { background: var(--pledge); border-bottom: 2px solid var(--pledge-line); }
        .m.cue { font-style: italic; }
        .m.na { color: var(--name); }
        .m.ti { color: var(--time); border-bottom: 2px dotted var(--time); }
        .m.pl { color: var(--place); border-bottom: 2px dashed var(--place); }
        .m.ev { font-weight: 700; text-decoration: underline; text-decoration-thickness: 2px; text-underline-offset: 3px; }
        .m.ev.good { color: var(--good); text-decoration-style: solid; }
        .m.ev.bad { color: var(--bad); text-decoration-style: wavy; text-decoration-thickness: 1px; }
        a.m:hover, a.m:focus-visible { outline: 2px solid currentColor; outline-offset: 1px; }
        aside { display: flex; flex-direction: column; gap: .5rem; }
        .note { background: var(--card); border: 1px solid var(--rule); border-left: 4px solid var(--quiet); border-radius: .3rem; padding: .4rem .6rem; scroll-margin: 40vh; }
        .note.st { border-left-color: var(--said-line); } .note.co { border-left-color: var(--pledge-line); }
        .note.good { border-left-color: var(--good); } .note.bad { border-left-color: var(--bad); }
        .note:target, :target > .m { outline: 3px solid var(--said-line); }
        .note b { font-weight: 650; } .note q { font-family: Georgia, serif; } .note p { margin: 0; }
        .note .why, .small { color: var(--quiet); font-size: .78rem; }
        .note a, td a { color: inherit; text-underline-offset: 2px; }
        .status { border: 1px solid currentColor; border-radius: .6rem; padding: 0 .4rem; font-size: .75rem; white-space: nowrap; }
        table { border-collapse: collapse; width: 100%; } th, td { text-align: left; vertical-align: top; padding: .3rem .7rem .3rem 0; border-bottom: 1px solid var(--rule); }
        article:has(.l-st:not(:checked)) .m.st { background: none; } article:has(.l-st:not(:checked)) .note.st { display: none; }
        article:has(.l-ev:not(:checked)) .m.ev { color: inherit; font-weight: inherit; text-decoration: none; } article:has(.l-ev:not(:checked)) .note.ev { display: none; }
        article:has(.l-co:not(:checked)) .m.co { background: none; border: 0; } article:has(.l-co:not(:checked)) .note.co { display: none; }
        article:has(.l-na:not(:checked)) .m.na { color: inherit; }
        article:has(.l-ti:not(:checked)) .m.ti { color: inherit; border: 0; }
        article:has(.l-pl:not(:checked)) .m.pl { color: inherit; border: 0; }
        @media (max-width: 46rem) { .row { grid-template-columns: minmax(0, 1fr); gap: .6rem; } .wide { overflow-x: auto; } }
        @media print { body { max-width: none; font-size: 10pt; padding: 0; } .row, .note { break-inside: avoid; } .legend input { display: none; }
          .m.st, .m.co, .note { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
        """;
}
