export const STYLE = `
:root { color-scheme: light dark; --text: light-dark(#1b1b1f, #e6e6ea); --back: light-dark(#fff, #17171b);
 --quiet: light-dark(#5a5a66, #a9a9b6); --line: light-dark(#d4d4dc, #3a3a44); --soft: light-dark(#f4f4f7, #212128);
 --red: light-dark(#a3201a, #ff8f86); --amber: light-dark(#7a4d00, #f0b45a); --green: light-dark(#17632f, #7fd69a);
 --link: light-dark(#0b57b0, #8ab8ff); --heat: light-dark(#2f6fbf, #3d7fd1) }
* { box-sizing: border-box }
body { font: 16px/1.5 system-ui, sans-serif; color: var(--text); background: var(--back); max-width: 72rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere }
h1 { font-size: 1.5rem; margin: 0 0 .25rem } h2 { font-size: 1.2rem; margin: 2rem 0 .5rem } h3 { font-size: 1rem; margin: 1rem 0 .3rem }
a { color: var(--link) }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px }
.verdict { font-weight: 700; font-size: 1.2rem } .violates { color: var(--red) } .conforms { color: var(--green) } .not-testable { color: var(--amber) }
dl.facts { display: flex; flex-wrap: wrap; gap: .3rem 1.5rem; margin: .5rem 0 } dl.facts div { display: flex; gap: .4rem } dt { color: var(--quiet) } dd { margin: 0; overflow-wrap: anywhere }
form.filters { display: flex; flex-wrap: wrap; gap: .6rem; align-items: end; margin: .5rem 0 } form.filters label { display: grid; font-size: .85rem; color: var(--quiet) }
select, button { font: inherit; padding: .3rem .6rem; color: var(--text); background: var(--soft); border: 1px solid var(--line); border-radius: .3rem; max-width: 100% }
details.finding { border: 1px solid var(--line); border-radius: .4rem; margin: .5rem 0 } details.finding[open] > summary { border-bottom: 1px solid var(--line) }
details.finding > summary { padding: .5rem .8rem; cursor: pointer; overflow-wrap: anywhere } details.finding > div { padding: 0 .8rem .8rem }
.tag { display: inline-block; font-size: .8rem; border: 1px solid currentColor; border-radius: .8rem; padding: 0 .5rem; margin-right: .3rem }
.status-new, .status-unsettled { color: var(--red) } .status-flaky { color: var(--amber) } .status-known { color: var(--quiet) }
.quiet { color: var(--quiet) } .note { font-size: .9rem }
pre { overflow-x: auto; background: var(--soft); padding: .6rem; font-size: .82rem; margin: .3rem 0 } pre.line { white-space: pre-wrap; overflow-wrap: anywhere }
.scroll { overflow-x: auto } table { border-collapse: collapse; font-size: .9rem; font-variant-numeric: tabular-nums }
th, td { border: 1px solid var(--line); padding: .2rem .5rem; text-align: left; vertical-align: top; overflow-wrap: normal }
th[scope=row] { font-weight: 500; white-space: nowrap } .number td { text-align: center } .scroll th:first-child { position: sticky; left: 0; background: var(--back) }
td.heat { background: color-mix(in srgb, var(--heat) var(--share), var(--back)) } td.red { background: light-dark(#fbe3e1, #4a1d1a) } td.red a { color: var(--red); font-weight: 700; display: block } td.green { color: var(--green) } section:target { outline: 2px solid var(--link); outline-offset: .4rem }
td.gap { color: var(--red); font-weight: 700 }
.bar { display: inline-block; height: .7rem; background: var(--heat); min-width: 1px }
@media (max-width: 30rem) { body { padding: .6rem } form.filters label, form.filters select { width: 100% } }
@media print { form.filters, button { display: none } details::details-content { content-visibility: visible; block-size: auto }
 details.finding { break-inside: auto } pre { white-space: pre-wrap; overflow-wrap: anywhere } .scroll { overflow: visible } }
`;
