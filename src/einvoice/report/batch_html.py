"""One page about a run of ``einvoice batch``, for a controller: what was written, what it adds up to, what was not.

The page is one file (``markup.py``), some tens of kilobytes however many invoices there were: bars are drawn for the
largest customers, days become weeks, months or years, lists end where nobody reads on and say how much more there is.
Charts are SVG with percentages, so that they are as wide as the page, and every bar stands in a table as a number too.

What stands here is the account of the ledger (`einvoice.batch.overview`); nothing is calculated but sums and shares.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from einvoice._version import __version__
from einvoice.codelists import code_name
from einvoice.findings import SEVERITY_ORDER
from einvoice.report import text
from einvoice.report.markup import page, said, tag

if TYPE_CHECKING:
    from einvoice.batch.account import Account, Sums
    from einvoice.batch.overview import Held, Overview, Said

MAX_CUSTOMERS: Final = 20
MAX_CURRENCIES: Final = 8
MAX_RATES: Final = 30
MAX_CODES: Final = 60
"""Rows of a table; what is behind them is summed up or counted."""

MAX_COLUMNS: Final = 62
"""Columns of the chart of days: two months by day."""

FAR_OFF: Final = 366
"""Days without an invoice between dates that belong together and dates that are a slip of the pen."""

_KINDS: Final = {"invoice": "invoices", "credit note": "credit notes"}


def document(
    run: Overview,
    *,
    folder: str = "",
    beside: Path | None = None,
    explain: Callable[[str], str | None] = lambda code: None,
) -> bytes:
    """Return the page about *run*, whose files are in *folder*.

    *beside* is the folder that the page will stand in: with it, files that were held back are links.  *explain* returns
    what a code means: a line with the code and its title, and lines behind it.
    """
    made = run.account
    link = _links(folder, beside)
    order = _currencies(made)
    said_of = {code: explain(code) or code for code, _ in _by_count(made)[:MAX_CODES]}
    footer = (
        f"<footer>Made by einvoice {said(__version__)} from the ledger of the run. Sums hold what was written, credit "
        "notes with a minus; what was held back is in none. The ledger has a row for each invoice.</footer>"
    )
    body = [
        _top(run, folder),
        "<main>",
        "".join(_money(made, currency) for currency in order[:MAX_CURRENCIES]),
        _others(order),
        _findings(run, said_of),
        _held(run, folder, link),
        _series(made),
        _rules(run, said_of),
        _settings(run),
        "</main>",
        footer,
    ]
    return page("einvoice: " + text.count(made.done + made.failed, "invoice"), "\n".join(body), "page.css", "batch.css")


# ---------------------------------------------------------------------------------- head


def _top(run: Overview, folder: str) -> str:
    made = run.account
    everything = made.done + made.failed
    state = "valid" if not made.failed else "invalid"
    verdict = (
        "everything was written"
        if not made.failed and everything
        else f"{_number(made.failed)} held back"
        if everything
        else "no invoices"
    )
    tiles = [
        ("Invoices", _number(everything), ""),
        ("Written", _number(made.done), "good"),
        ("Held back", _number(made.failed), "bad" if made.failed else ""),
        ("Sources", _number(run.sources), ""),
    ]
    if to := run.settings.get("to"):
        tiles.append(("Written as", to, ""))
    if run.began and run.ended:
        tiles.append(("Finished", f"{run.ended[:10]} {run.ended[11:16]} UTC", ""))
    facts = "".join(
        tag("div", tag("dt", said(name)) + tag("dd", said(value)), class_=kind) for name, value, kind in tiles
    )
    share = ""
    if everything:
        part = Decimal(100 * made.done) / everything
        share = (
            '<svg class="share" role="img" aria-label="share that was written"><rect class="rest" width="100%" '
            f'height="100%"/><rect class="good" width="{part:.3f}%" height="100%"/></svg>'
        )
    return (
        f'<header class="top"><h1>Batch of invoices</h1><span class="badge {state}">{said(verdict)}</span>'
        f'<span class="source">{said(text.one_line(folder))}</span></header>\n'
        f'<dl class="facts tiles">{facts}</dl>{share}{_contents(run)}'
    )


def _contents(run: Overview) -> str:
    made = run.account
    links = [(f"#money-{n}", f"Sums in {code}") for n, code in enumerate(_currencies(made)[:MAX_CURRENCIES], 1)]
    links += [("#findings", "Findings")] * bool(made.codes)
    links += [("#held", "Held back")] * bool(made.failed)
    links += [("#series", "Numbers")] * bool(made.findings)
    if len(links) < 2:
        return ""
    return tag("nav", " · ".join(tag("a", said(name), href=target) for target, name in links), class_="quiet")


def _settings(run: Overview) -> str:
    if not run.settings:
        return ""
    rows = "".join(tag("dt", said(name)) + tag("dd", said(value)) for name, value in run.settings.items())
    return f'<section class="paper"><h3>Settings of the run</h3><dl class="rows">{rows}</dl></section>'


# ---------------------------------------------------------------------------------- money


def _currencies(made: Account) -> list[str]:
    """Return the currencies, that with the most invoices first."""
    found: dict[str, int] = {}
    for (currency, _), sums in made.kinds.items():
        found[currency] = found.get(currency, 0) + sums.count
    return sorted(found, key=lambda code: (-found[code], code))


def _others(order: Sequence[str]) -> str:
    """Return what says that there are more currencies than the page shows."""
    if len(order) <= MAX_CURRENCIES:
        return ""
    more = order[MAX_CURRENCIES:]
    shown = ", ".join(more[:40]) + (" and others" if len(more) > 40 else "")
    return tag("p", f"{len(more)} more currencies stand in the ledger only: {said(shown)}", class_="paper quiet")


def _money(made: Account, currency: str) -> str:
    number = _currencies(made).index(currency) + 1
    kinds = {kind: sums for (code, kind), sums in made.kinds.items() if code == currency}
    unstated = ""
    if number == 1 and made.unstated:
        unstated = tag("p", f"{said(text.count(made.unstated, 'invoice'))} without totals, in no sum", class_="quiet")
    return (
        f'<article class="paper" id="money-{number}"><h2>{said(_currency(currency))}</h2>'
        f"{_totals(kinds)}{unstated}"
        f"{_vat(made, currency)}{_days(made, currency)}{_customers(made, currency)}</article>\n"
    )


def _currency(code: str) -> str:
    name = code_name("currencies", code) if code != "?" else "no currency stated"
    return f"{code}, {name}" if name and name != code else code


def _totals(kinds: Mapping[str, Sums]) -> str:
    body = ""
    for kind in sorted(kinds, reverse=True):
        body += _sums_row(_KINDS.get(kind, kind), kinds[kind])
    if len(kinds) > 1:
        body += _sums_row("together", *kinds.values())
    return _table(("", "*number", "*without VAT", "*VAT", "*with VAT"), body, "stack sums")


def _sums_row(name: str, *sums: Sums) -> str:
    amounts = (sum((getattr(each, key) for each in sums), Decimal(0)) for key in ("net", "vat", "total"))
    cells = [
        _cell(tag("span", said(name), class_="name")),
        _cell(_number(sum(each.count for each in sums)), "number"),
        *(
            _cell(_amount(amount), label)
            for amount, label in zip(amounts, ("without VAT", "VAT", "with VAT"), strict=True)
        ),
    ]
    return tag("tr", "".join(cells), class_="together" if name == "together" else None)


def _vat(made: Account, currency: str) -> str:
    rates = [(*key[1:], *value) for key, value in made.taxes.items() if key[0] == currency]
    if not rates:
        return ""
    rates.sort(key=lambda each: (-abs(each[3]), each[0], each[1]))
    most = max(abs(each[3]) for each in rates)
    body = ""
    for category, rate, count, base, tax in rates[:MAX_RATES]:
        name = code_name("vat_categories", category) or ""
        stated = f"{said(category or '?')} {said(rate)} %" if rate else said(category or "?")
        body += tag(
            "tr",
            _cell(f'<span class="name">{stated}</span> <span class="detail">{said(name)}</span>')
            + _cell(_number(count), "invoices")
            + _cell(_amount(base), "taxable")
            + _cell(_amount(tax), "VAT")
            + _bar(base, most),
        )
    heads = ("category and rate", "*invoices", "*taxable", "*VAT", "")
    more = _cut(len(rates) - MAX_RATES, "rate")
    return f"<section><h3>VAT by category and rate</h3>{_table(heads, body)}{more}</section>"


def _customers(made: Account, currency: str) -> str:
    found = [(key[1], sums) for key, sums in made.customers.items() if key[0] == currency]
    found.sort(key=lambda each: (-each[1].net, each[0]))
    everything = sum((sums.net for _, sums in found), Decimal(0))
    shown = found[:MAX_CUSTOMERS] if len(found) > MAX_CUSTOMERS + 1 else found
    rest = found[len(shown) :]
    rows = [
        (made.names.get(key, key), key if key in made.names and made.names[key] != key else "", [sums])
        for key, sums in shown
    ]
    if rest:
        rows.append((f"{_number(len(rest))} others", "", [sums for _, sums in rest]))
    nets = [sum((each.net for each in sums), Decimal(0)) for _, _, sums in rows]
    most = max(map(abs, nets[: len(shown)]), default=Decimal(0))
    body = ""
    for n, ((name, key, sums), net) in enumerate(zip(rows, nets, strict=True)):
        name = "no customer stated" if name == "?" else name
        body += tag(
            "tr",
            _cell(f'<span class="name">{said(name)}</span> <span class="detail">{said(key)}</span>')
            + _cell(_number(sum(each.count for each in sums)), "invoices")
            + _cell(_amount(net), "without VAT")
            + _cell(f"{100 * net / everything:.1f} %" if everything > 0 else "", "share")
            + (_bar(net, most) if n < len(shown) else _cell("")),
            class_="others" if n == len(shown) else None,
        )
    heads = ("customer", "*invoices", "*without VAT", "*share", "")
    return f"<section><h3>Customers</h3>{_table(heads, body)}</section>"


# ---------------------------------------------------------------------------------- days


def _days(made: Account, currency: str) -> str:
    dated: dict[date, Sums] = {}
    undated = 0
    for (code, stated), sums in made.days.items():
        if code == currency:
            try:
                dated[date.fromisoformat(stated)] = sums
            except ValueError:
                undated += sums.count
    notes = [f"{text.count(undated, 'invoice')} without a date"] * bool(undated)
    if not dated:
        return "".join(tag("p", said(note), class_="quiet") for note in notes)
    unit, first, last = _span(dated)
    outside = {day: sums for day, sums in dated.items() if not first <= day <= last}
    if outside:
        number = sum(sums.count for sums in outside.values())
        amount = sum((sums.net for sums in outside.values()), Decimal(0))
        far = f"{min(outside)} to {max(outside)}" if len(outside) > 1 else f"{min(outside)}"
        notes.append(f"not drawn, as they are far off: {text.count(number, 'invoice')}, {_plain(amount)} ({far})")
    columns: dict[date, list[Sums]] = {}
    start = _start(first, unit)
    while start <= last:
        columns[start] = []
        following = _next(start, unit)
        if following is None:
            break
        start = following
    for day, sums in dated.items():
        if first <= day <= last:
            columns[_start(day, unit)].append(sums)
    figures = [(_called(day, unit), sum(each.count for each in sums), _net(sums)) for day, sums in columns.items()]
    said_of = "".join(tag("p", said(note), class_="quiet") for note in notes)
    rows = "".join(
        tag("tr", _cell(said(name)) + _cell(_number(count), "invoices") + _cell(_amount(net), "without VAT"))
        for name, count, net in figures
        if count
    )
    table = _table((unit, "*invoices", "*without VAT"), rows)
    chart = _chart(figures) if len(figures) > 1 else ""
    listed = f"<details{'' if chart else ' open'}><summary>Amounts by {unit}</summary>{table}</details>"
    return f"<section><h3>Without VAT, by {unit} of issue</h3>{chart}{said_of}{listed}</section>"


def _net(sums: Iterable[Sums]) -> Decimal:
    return sum((each.net for each in sums), Decimal(0))


def _span(dated: Mapping[date, Sums]) -> tuple[str, date, date]:
    """Return the unit of the columns, and the days that are drawn: one wrong year must not make a line of a month."""
    groups: list[list[date]] = []
    for day in sorted(dated):
        if not groups or (day - groups[-1][-1]).days > FAR_OFF:
            groups.append([])
        groups[-1].append(day)
    main = max(groups, key=lambda group: sum(dated[day].count for day in group))
    first, last = main[0], main[-1]
    for unit, length in (("day", 1), ("week", 7), ("month", 30), ("year", 365)):
        if (last - first).days < length * MAX_COLUMNS:
            return unit, first, last
    return "year", date(last.year - MAX_COLUMNS + 1, 1, 1), last


def _start(day: date, unit: str) -> date:
    """Return the first day of the week, month or year of *day*."""
    if unit == "week":
        return day - timedelta(days=min(day.weekday(), day.toordinal() - 1))
    return day if unit == "day" else day.replace(day=1) if unit == "month" else day.replace(month=1, day=1)


def _next(start: date, unit: str) -> date | None:
    """Return the first day of what follows; None at the end of the calendar."""
    try:
        if unit == "month":
            return date(start.year + start.month // 12, start.month % 12 + 1, 1)
        if unit == "year":
            return date(start.year + 1, 1, 1)
        return start + timedelta(days=7 if unit == "week" else 1)
    except (ValueError, OverflowError):
        return None


def _called(start: date, unit: str) -> str:
    if unit == "week":
        year, week, _ = start.isocalendar()
        return f"{year}-W{week:02d}"
    return start.isoformat()[: {"day": 10, "month": 7, "year": 4}[unit]]


def _chart(figures: Sequence[tuple[str, int, Decimal]]) -> str:
    """Return columns over a time line: names, how many invoices, amounts."""
    low = min(Decimal(0), *(net for _, _, net in figures))
    high = max(Decimal(0), *(net for _, _, net in figures))
    step = _step(high - low)
    bottom = (low / step).to_integral_value(ROUND_FLOOR) * step
    top = max((high / step).to_integral_value(ROUND_CEILING) * step, bottom + step)
    height = top - bottom

    def share(amount: Decimal) -> Decimal:
        return 100 * (top - amount) / height

    ticks = [top - n * step for n in range(int(height / step) + 1)]
    lines = "".join(
        f'<line class="{"grid" if tick else "zero"}" x1="0" x2="100%" y1="{at:.2f}%" y2="{at:.2f}%"/>'
        for tick, at in zip(ticks, map(share, ticks), strict=True)
    )
    width = Decimal(100) / len(figures)
    bars = ""
    for n, (name, count, net) in enumerate(figures):
        above, below = share(max(net, Decimal(0))), share(min(net, Decimal(0)))
        kind = "minus" if net < 0 else "plus"
        told = f"{name}: {text.count(count, 'invoice')}, {_plain(net)}"
        bars += (
            f'<rect class="{kind}" x="{(n + Decimal("0.12")) * width:.2f}%" width="{width * Decimal("0.76"):.2f}%" '
            f'y="{above:.2f}%" height="{below - above:.2f}%"><title>{said(told)}</title></rect>'
        )
    scale = "".join(f"<span>{_short(tick)}</span>" for tick in ticks)
    wanted = min(4, len(figures))
    places = sorted({round(n * (len(figures) - 1) / max(wanted - 1, 1)) for n in range(wanted)})
    names = ""
    for place in places:
        anchor = "start" if place == 0 else "end" if place == len(figures) - 1 else "middle"
        at = 0 if place == 0 else 100 if anchor == "end" else (place + Decimal("0.5")) * width
        names += f'<text x="{at:.2f}%" y="1em" text-anchor="{anchor}">{said(figures[place][0])}</text>'
    return (
        f'<figure class="chart"><div class="scale" aria-hidden="true">{scale}</div>'
        f'<svg class="plot" role="img" aria-label="columns; the table below has the amounts">{lines}{bars}</svg>'
        f'<svg class="axis" aria-hidden="true">{names}</svg></figure>'
    )


def _step(span: Decimal) -> Decimal:
    """Return the distance of the lines of a scale over *span*: 1, 2 or 5 with zeros, at most six lines.

    >>> _step(Decimal("9300")), _step(Decimal("0.03"))
    (Decimal('2E+3'), Decimal('0.01'))
    """
    if span <= 0:
        return Decimal(1)
    base = Decimal(1).scaleb(span.adjusted() - 1)
    return next(base * each for each in (1, 2, 5, 10, 20, 50) if span / (base * each) <= 5)


def _short(amount: Decimal) -> str:
    """Return an amount of a scale.

    >>> _short(Decimal("1.5E+6")), _short(Decimal("2E+4")), _short(Decimal("0.5"))
    ('1.5M', '20k', '0.5')
    """
    for unit, size in (("T", 12), ("G", 9), ("M", 6), ("k", 3)):
        if abs(amount) >= Decimal(1).scaleb(size):
            return f"{(amount.scaleb(-size)).normalize():f}{unit}"
    return f"{amount.normalize():f}" if amount else "0"


# ---------------------------------------------------------------------------------- findings


def _by_count(made: Account) -> list[tuple[str, str]]:
    """Return codes with their severities: errors first, and the most frequent of each."""
    return sorted(
        made.codes,
        key=lambda key: (SEVERITY_ORDER.get(key[1], 9), -made.codes[key], key),
    )


def _findings(run: Overview, said_of: Mapping[str, str]) -> str:
    made = run.account
    if not made.codes:
        return ""
    order = _by_count(made)
    counts: dict[str, int] = {}
    most: dict[str, int] = {}
    for (_, severity), count in made.codes.items():
        counts[severity] = counts.get(severity, 0) + count
        most[severity] = max(most.get(severity, 0), count)
    told = ", ".join(
        f"{_number(counts[severity])} {noun}{'s' * (counts[severity] != 1)}"
        for severity, noun in text.NOUNS.items()
        if severity in counts
    )
    body = ""
    for code, severity in order[:MAX_CODES]:
        count = made.codes[code, severity]
        title = _title(said_of.get(code, ""), code)
        held = made.failures.get(code, 0) if severity == "error" or not made.codes.get((code, "error")) else 0
        body += tag(
            "tr",
            _cell(
                f'<span class="sev {said(severity)}">{said(_word(severity))}</span> '
                f'<a href="#rule-{said(code)}"><code>{said(code)}</code></a> <span class="detail">{said(title)}</span>'
            )
            + _cell(_number(count), "findings")
            + _cell(_number(held) if held else "", "held back")
            + _bar(Decimal(count), Decimal(most[severity]), severity),
        )
    table = _table(("finding", "*findings", "*held back", ""), body)
    more = _cut(len(order) - MAX_CODES, "code")
    return (
        f'<section class="paper" id="findings"><h2>Findings by rule</h2><p class="quiet">{said(told)}; held back '
        f"counts the invoices that were not written for it</p>{table}{more}</section>\n"
    )


def _word(severity: str) -> str:
    return {"error": "Error", "warning": "Warning", "info": "Note"}.get(severity, severity)


def _title(explained: str, code: str) -> str:
    """Return the title in an explanation: what stands behind the code on its first line."""
    first = explained.split("\n", 1)[0]
    return re.sub(r"^(\s*\([^)]*\))?[:\s]*", "", first.removeprefix(code))


def _rules(run: Overview, said_of: Mapping[str, str]) -> str:
    """Return what the codes mean, each with the first finding of the run."""
    if not said_of:
        return ""
    body = ""
    for code in sorted(said_of):
        head, _, rest = said_of[code].partition("\n")
        lines = "".join(_explained(line) for line in rest.splitlines() if line.strip())
        example = run.examples.get(code)
        seen = ""
        if example is not None:
            where = text.one_line(example.source) + (f", invoice {example.number}" if example.number else "")
            seen = tag("dt", "in this run") + tag(
                "dd", f'{said(example.said.message)} <span class="detail">{said(where)}</span>'
            )
        body += tag(
            "div",
            f"<h4><code>{said(code)}</code> {said(_title(head, code))}</h4>" + tag("dl", lines + seen, class_="rows"),
            class_="rule",
            id=f"rule-{code}",
        )
    return f'<section class="paper rules" id="rules"><h2>What the rules say</h2>{body}</section>\n'


def _explained(line: str) -> str:
    """Return a line of an explanation as a term and its meaning."""
    name, mark, meaning = line.strip().partition(":")
    if not mark or " " in name.strip() or len(name) > 16:
        return tag("dd", said(line.strip()), class_="wide")
    return tag("dt", said(name)) + tag("dd", said(meaning.strip()))


def _held(run: Overview, folder: str, link: Callable[[str], str | None]) -> str:
    if not run.account.failed:
        return ""
    body = ""
    for each in run.held:
        number = each.number or ""
        body += tag(
            "tr",
            _cell(
                f'<span class="name">{said(text.one_line(number)) or "no number"}</span> '
                f'<span class="detail">{said(each.customer or "")}</span>'
            )
            + _cell(_reasons(each))
            + _cell(_files(each, link)),
        )
    more = ""
    if run.held_more:
        more = tag(
            "p",
            f"The first {_number(len(run.held))} are shown; {_number(run.held_more)} more stand in "
            f"{said(text.one_line(folder))}/failed, in the ledger and in --report.",
            class_="quiet",
        )
    table = _table(("invoice", "why", "file"), body, "stack held")
    return (
        f'<section class="paper" id="held"><h2>Held back: {_number(run.account.failed)}</h2>{table}{more}</section>\n'
    )


def _reasons(each: Held) -> str:
    found = "".join(_reason(reason) for reason in each.reasons)
    return found + (tag("p", f"and {_number(each.more)} more", class_="quiet") if each.more else "")


def _reason(reason: Said) -> str:
    fix = tag("p", f"fix: {said(reason.fix)}", class_="quiet") if reason.fix else ""
    code = f'<a href="#rule-{said(reason.code)}"><code>{said(reason.code)}</code></a>'
    return f'<div class="finding {said(reason.severity)}"><p>{code} {said(reason.message)}</p>{fix}</div>'


def _files(each: Held, link: Callable[[str], str | None]) -> str:
    parts = [f'<span class="source">{said(text.one_line(each.source))}</span>']
    for name in each.files:
        target = link(name)
        parts.append(tag("a", said(text.one_line(name)), href=target) if target else said(text.one_line(name)))
    return "<br>".join(parts)


def _series(made: Account) -> str:
    """Return numbers that occur twice, and breaks in their series."""
    if not made.findings:
        return ""
    body = ""
    for code, title in (("EI-BATCH-DUPLICATE", "Numbers given twice"), ("EI-BATCH-GAP", "Numbers that are missing")):
        found = [each for each in made.findings if each.code == code]
        if found:
            lines = "".join(
                tag("div", tag("p", said(each.message)), class_=f"finding {each.severity}") for each in found
            )
            fix = tag("p", f"fix: {said(found[0].fix)}", class_="quiet") if found[0].fix else ""
            body += f"<section><h3>{title}</h3>{fix}{lines}</section>"
    return f'<section class="paper" id="series"><h2>Numbers</h2>{body}</section>\n'


# ---------------------------------------------------------------------------------- pieces


def _links(folder: str, beside: Path | None) -> Callable[[str], str | None]:
    """Return a function from the name of an output to its address as seen from the page."""
    if beside is None:
        return lambda name: None
    try:
        way = os.path.relpath(Path(folder).resolve(), beside.resolve())
    except (OSError, ValueError):  # another drive
        return lambda name: None
    start = "" if way == "." else quote(Path(way).as_posix()) + "/"
    return lambda name: "./" + start + quote(name)


def _table(heads: Sequence[str], body: str, kind: str = "stack") -> str:
    """Return a table; columns whose head begins with a star stand to the right."""
    head = "".join(
        tag("th", said(name.removeprefix("*")), class_="number" if name.startswith("*") else None) for name in heads
    )
    return f'<table class="{kind}"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def _cell(content: str, label: str = "") -> str:
    return tag("td", content, class_="number" if label in _RIGHT else None, data_label=label or None)


_RIGHT: Final = frozenset(
    {"number", "invoices", "without VAT", "VAT", "with VAT", "taxable", "share", "findings", "held back"}
)


def _bar(value: Decimal, most: Decimal, kind: str = "") -> str:
    """Return a cell with a bar: *most* is as long as the cell."""
    long = 100 * abs(value) / most if most else Decimal(0)
    if value and long < 1:
        long = Decimal(1)
    kind = kind or ("minus" if value < 0 else "plus")
    return (
        f'<td class="bar"><svg aria-hidden="true"><rect class="{said(kind)}" width="{long:.2f}%" height="100%" rx="2"/>'
        "</svg></td>"
    )


def _cut(more: int, noun: str) -> str:
    return tag("p", f"{text.count(more, f'more {noun}')} in the ledger", class_="quiet") if more > 0 else ""


def _number(number: int) -> str:
    return f"{number:,}"


def _amount(amount: Decimal) -> str:
    return said(_plain(amount))


def _plain(amount: Decimal) -> str:
    """Return an amount with at least two decimals, and all that it has.

    >>> _plain(Decimal("-1234.5")), _plain(Decimal("0.125"))
    ('-1,234.50', '0.125')
    """
    return f"{amount:,.2f}" if amount == amount.quantize(Decimal("0.01")) else f"{amount:,f}"


__all__ = ["document"]
