"""The look of printable pages: one sheet of style, inside the page. Every colour pair keeps 4.5 to 1 or more."""

INK, PAPER, FAINT = "#1d1b16", "#fbf8f0", "#5a5346"
GAME, HISTORY, PLAIN = "#0b4f8a", "#9a3d00", "#4a4538"
CARD, RULE = "#ffffff", "#d8cfbb"

STYLE = f"""
:root {{ color-scheme: light; }}
* {{ box-sizing: border-box; }}
p, li, dd, blockquote, td {{ overflow-wrap: break-word; }}
html {{ -webkit-text-size-adjust: 100%; }}
body {{ margin: 0; background: {PAPER}; color: {INK};
  font: 17px/1.55 Georgia, "Noto Serif", "Times New Roman", serif; }}
.skip {{ position: absolute; left: -999px; }}
.skip:focus {{ left: 1rem; top: 1rem; background: {CARD}; padding: .5rem 1rem; }}
header, main, footer, nav > ul {{ max-width: 60rem; margin: 0 auto; padding: 0 1.25rem; }}
header {{ padding-top: 2.5rem; padding-bottom: 1rem; }}
header p {{ margin: .3rem 0; }}
.kicker {{ font: 600 .8rem/1.4 system-ui, "Segoe UI", "DejaVu Sans", sans-serif; letter-spacing: .09em;
  text-transform: uppercase; color: {HISTORY}; }}
h1 {{ font-size: 2.3rem; line-height: 1.15; margin: .2rem 0 .6rem; font-weight: 600; }}
h2 {{ font-size: 1.5rem; line-height: 1.25; margin: 0 0 .8rem; font-weight: 600; }}
h3 {{ font-size: 1.08rem; margin: 0 0 .4rem; }}
nav {{ background: {INK}; color: {PAPER}; }}
nav > ul {{ list-style: none; display: flex; flex-wrap: wrap; gap: .1rem 1.1rem; padding-top: .55rem;
  padding-bottom: .55rem; font: .88rem/1.6 system-ui, "Segoe UI", "DejaVu Sans", sans-serif; }}
nav a {{ color: {PAPER}; }}
a {{ color: {GAME}; text-underline-offset: .15em; overflow-wrap: anywhere; }}
a:focus-visible, [tabindex]:focus-visible {{ outline: 3px solid {HISTORY}; outline-offset: 2px; }}
main > section {{ padding: 1.8rem 0; border-top: 1px solid {RULE}; }}
main > section:first-child {{ border-top: 0; }}
p {{ margin: .6rem 0; max-width: 46rem; }}
.gist {{ font-size: 1.12rem; }}
.panels {{ display: grid; grid-template-columns: repeat(auto-fit, minmax(20rem, 1fr)); gap: 1rem; margin: 1rem 0;
  padding: 0; list-style: none; }}
.panels > li {{ background: {CARD}; border: 1px solid {RULE}; border-top: 4px solid {GAME}; border-radius: 4px;
  padding: .9rem 1.1rem; }}
.panels b {{ display: block; font: 600 .8rem/1.5 system-ui, "Segoe UI", "DejaVu Sans", sans-serif;
  letter-spacing: .06em; text-transform: uppercase; color: {GAME}; }}
ul.items {{ margin: .4rem 0 1rem; padding-left: 1.3rem; columns: 24rem; column-gap: 2.5rem; }}
ul.items > li {{ break-inside: avoid; }}
ul.items > li {{ padding: .15rem 0; }}
.lead {{ margin-bottom: .2rem; font-weight: 600; }}
article {{ background: {CARD}; border: 1px solid {RULE}; border-radius: 4px; padding: .9rem 1.1rem; margin: .8rem 0; }}
dl {{ display: grid; grid-template-columns: 9.5rem 1fr; gap: .3rem 1rem; margin: 0; }}
dt {{ font: 600 .82rem/1.9 system-ui, "Segoe UI", "DejaVu Sans", sans-serif; color: {FAINT}; }}
dt {{ grid-column: 1; }}
dd {{ grid-column: 2; margin: 0; min-width: 0; }}
blockquote {{ margin: .35rem 0; padding: .1rem 0 .1rem .9rem; border-left: 3px solid {HISTORY}; max-width: 46rem; }}
blockquote.reported {{ border-left-style: dotted; }}
dd blockquote {{ margin: 0; }}
cite {{ font: normal .82rem/1.5 system-ui, "Segoe UI", "DejaVu Sans", sans-serif; color: {FAINT};
  overflow-wrap: anywhere; }}
.wide {{ overflow-x: auto; margin: .8rem 0; }}
table {{ border-collapse: collapse; background: {CARD}; font-size: .95rem; }}
caption {{ text-align: left; font-weight: 600; padding: .3rem 0; }}
th, td {{ border: 1px solid {RULE}; padding: .3rem .7rem; text-align: right; vertical-align: baseline;
  font-variant-numeric: tabular-nums; }}
th {{ font: 600 .84rem/1.5 system-ui, "Segoe UI", "DejaVu Sans", sans-serif; }}
th[scope=row], td.words {{ min-width: 6.5rem; }}
th:first-child, td:first-child, .words {{ text-align: left; }}
figure {{ margin: 1.2rem 0; background: {CARD}; border: 1px solid {RULE}; border-radius: 4px; padding: 1rem; }}
figure > svg {{ display: block; width: 100%; height: auto; }}
figcaption {{ margin-top: .5rem; font-size: .95rem; }}
.legend {{ list-style: none; display: flex; flex-wrap: wrap; gap: .2rem 1.4rem; margin: .4rem 0 0; padding: 0;
  font: .88rem/1.6 system-ui, "Segoe UI", "DejaVu Sans", sans-serif; }}
.legend svg {{ vertical-align: middle; }}
.grid {{ stroke: #e6dfcf; stroke-width: 1; }}
.tick, .axis, .mark-label {{ font: 13px system-ui, "Segoe UI", "DejaVu Sans", sans-serif; fill: {FAINT}; }}
.axis {{ font-weight: 600; }}
.curve {{ fill: none; stroke: {PLAIN}; stroke-width: 2; stroke-linejoin: round; }}
.curve.game {{ stroke: {GAME}; stroke-width: 3; }}
.curve.history {{ stroke: {HISTORY}; stroke-width: 2.5; stroke-dasharray: 7 4; }}
.curve.limit {{ stroke: {FAINT}; stroke-width: 1.5; stroke-dasharray: 2 4; }}
.curve.open {{ stroke: {GAME}; stroke-width: 1; stroke-opacity: .6; }}
.mark.open {{ fill: {CARD}; stroke: {GAME}; stroke-width: 2; }}
.mark {{ fill: {PLAIN}; stroke: {CARD}; stroke-width: 1.5; }}
.mark.game {{ fill: {GAME}; }}
.mark.history {{ fill: {HISTORY}; }}
.mark-label {{ font-weight: 700; }}
.mark-label.game {{ fill: {GAME}; }}
.mark-label.history {{ fill: {HISTORY}; }}
footer {{ padding-top: 1.2rem; padding-bottom: 2.5rem; font-size: .9rem; color: {FAINT}; }}
.note {{ font-size: .92rem; color: {FAINT}; }}
.speech {{ margin: .45rem 0; }}
.origin {{ font: 600 .74rem/1 system-ui, "Segoe UI", "DejaVu Sans", sans-serif; color: {FAINT}; }}
.composed {{ color: {FAINT}; font-style: italic; }}
@media (max-width: 40rem) {{
  body {{ font-size: 16px; }}
  h1 {{ font-size: 1.75rem; }}
  dl {{ grid-template-columns: 1fr; gap: 0; }}
  dt, dd {{ grid-column: 1; }}
  dt {{ margin-top: .45rem; }}
  .tick, .axis, .mark-label {{ font-size: 20px; }}
  figure {{ padding: .6rem; }}
}}
@media print {{
  @page {{ size: A4; margin: 16mm 16mm 18mm; @bottom-center {{ content: counter(page); font: 9pt Georgia, serif; }} }}
  html {{ font-size: 10pt; }}
  body {{ background: #fff; font-size: 1rem; line-height: 1.38; }}
  nav, .skip {{ display: none; }}
  header, main, footer {{ max-width: none; padding-left: 0; padding-right: 0; }}
  header {{ padding-top: 0; }}
  h2, h3, caption, .lead {{ break-after: avoid; }}
  article, figure, .panels > li, tr, blockquote, .short {{ break-inside: avoid; }}
  p, blockquote {{ max-width: none; }}
  main > section {{ padding: .8rem 0; }}
  article {{ padding: .4rem .7rem; margin: .5rem 0; }}
  dl {{ gap: .15rem 1rem; }}
  figure > svg {{ max-width: 130mm; margin: 0 auto; }}
  a {{ color: inherit; text-decoration: none; }}
  .wide {{ overflow: visible; margin: .6rem 0; }}
  table {{ width: 100%; }}
  th, td {{ padding: .12rem .45rem; }}
  th[scope=row] {{ min-width: 8.5rem; }}
  .panels {{ gap: .6rem; }}
  .panels > li {{ padding: .5rem .8rem; }}
}}
"""
