"""How the working paper looks, on the screen and in print."""

from __future__ import annotations

from typing import Final

STYLE: Final = """
@page { size: A4; margin: 20mm 18mm 18mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 210mm; padding: 12mm 14mm; color: #111; background: #fff;
  font: 14px/1.65 "Noto Serif CJK SC", "Source Han Serif SC", "SimSun", "Songti SC", serif; }
h1 { margin: 0 0 2mm; font-size: 24px; font-weight: 700; text-align: center; letter-spacing: .1em; }
h2 { margin: 8mm 0 2.5mm; padding-bottom: 1mm; border-bottom: 1.5px solid #111; font-size: 17px; break-after: avoid; }
p { margin: 1mm 0; }
table { width: 100%; border-collapse: collapse; margin: 2mm 0; }
th, td { border: 1px solid #777; padding: 1mm 2mm; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { background: #f0f0ec; font-weight: 700; white-space: nowrap; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
.under { margin: 0 0 5mm; text-align: center; color: #444; }
.finding { break-inside: avoid; margin: 3mm 0 5mm; }
.finding th { width: 6.5em; }
.finding caption { padding: 1.2mm 0; font-weight: 700; text-align: left; }
.grade { display: inline-block; padding: 0 .6em; border: 1.5px solid currentColor; margin-right: .6em; }
.error { color: #a40000; } .warning { color: #8a5a00; } .hint { color: #24527a; }
.where { display: block; color: #444; font-size: .88em; }
.number { white-space: nowrap; text-align: right; }
h3 { margin: 3mm 0 1mm; font-size: 1em; break-after: avoid; }
.ledger td:nth-child(2) { white-space: nowrap; }
.held th:last-child { width: 26%; } .loose th:nth-child(1) { width: 13%; } .loose th:nth-child(2),
.loose th:nth-child(3) { width: 22%; }
.signed { display: flex; margin-top: 10mm; break-inside: avoid; }
.signed span { flex: 1; } .signed span:first-child { flex: 3; }
.foot { margin-top: 10mm; color: #444; font-size: .88em; border-top: 1px solid #777; padding-top: 2mm; }
@media print { body { max-width: none; padding: 0; font-size: 11.5px; } h1 { font-size: 20px; } h2 { font-size: 14px; }
  a { color: inherit; text-decoration: none; } }
"""
