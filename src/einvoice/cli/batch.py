"""``einvoice batch``: turn as many invoices as there are into another format, and account for each."""

from __future__ import annotations

import glob
import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Literal

import click

from einvoice.cli import failure, options, output
from einvoice.cli import sources as room
from einvoice.errors import Unreadable, UsageError

if TYPE_CHECKING:
    from einvoice.batch import Engine, Progress, Result, Source, Work
    from einvoice.batch.store import Folder


@dataclass(frozen=True)
class Settings:
    """What the user asked for."""

    to: str
    target: str
    source_format: str | None = None
    context_file: str | None = None
    jobs: int | None = None
    time_limit: float = 60.0
    resume: bool = False
    restart: bool = False
    losses: Literal["ignore", "warn", "raise"] = "warn"
    totals: Literal["stated", "derived"] = "stated"
    fail_on: Literal["error", "warning", "never"] = "error"
    validate: bool = True
    layers: tuple[str, ...] | None = None
    profile: str | None = None
    version: str | None = None
    frame: bool = False
    report_file: str | None = None
    html_file: str | None = None
    engine: str = "local"
    scheduler: str | None = None
    ledger: str | None = None
    quiet: bool = False


def _layers(context: click.Context, parameter: click.Parameter, value: str | None) -> tuple[str, ...] | None:
    return None if value is None else tuple(filter(None, (part.strip() for part in value.split(","))))


@click.command("batch", context_settings=options.CONTEXT_SETTINGS)
@options.paths("SRC")
@click.option("--to", required=True, metavar="FORMAT", help="Format to write; einvoice formats lists them.")
@options.source_format
@click.option("-o", "target", required=True, metavar="DIR", help="Folder for the outputs, the ledger and failed/.")
@options.context_file
@click.option(
    "--jobs", "-j", type=click.IntRange(min=1), metavar="N", help="Worker processes; one for each core without it."
)
@click.option("--resume", is_flag=True, help="Go on with the run that the folder holds.")
@click.option("--restart", is_flag=True, help="Forget the run that the folder holds, and take its files away.")
@click.option(
    "--report",
    "report_file",
    metavar="FILE.jsonl",
    help="Write a line of JSON for each invoice (- is standard output).",
)
@click.option(
    "--html", "html_file", metavar="FILE", help="Write a page about the run for a browser: sums, charts, faults."
)
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "never"]),
    default="error",
    show_default=True,
    help="Findings from this severity on keep an invoice back, in failed/.",
)
@click.option(
    "--losses",
    type=click.Choice(["ignore", "warn", "raise"]),
    default="warn",
    show_default=True,
    help="What to do with values that have no place in the target: raise keeps the invoice back.",
)
@click.option(
    "--totals",
    type=click.Choice(["stated", "derived"]),
    default="stated",
    show_default=True,
    help="Carry totals as the source states them, or recalculate them from the lines.",
)
@click.option("--layers", callback=_layers, metavar="LIST", help="Layers that judge the results: schema,schematron,…")
@click.option("--profile", metavar="ID", help="Profile that the results are judged by.")
@click.option("--no-validate", is_flag=True, help="Judge neither the invoices nor the results.")
@click.option("--format-version", "version", metavar="V", help="Version of the target format.")
@click.option("--frame", is_flag=True, help="A transmission frame before each invoice (finvoice only).")
@click.option(
    "--time-limit", type=click.FloatRange(min=0.1), default=60.0, show_default=True, metavar="SECONDS",
    help="Time that one invoice may take; then it fails, and the run goes on.",
)  # fmt: skip
@click.option(
    "--engine",
    type=click.Choice(["local", "dask", "ray"]),
    default="local",
    show_default=True,
    help="Where invoices are worked on: this machine, or the workers of a cluster.",
)
@click.option("--scheduler", metavar="ADDRESS", help="Where the cluster is: tcp://host:8786 (dask), auto (ray).")
@click.option("--ledger", metavar="DIR", help="Folder of the ledger when -o is an address such as s3://bucket/out.")
@click.option("-q", "--quiet", is_flag=True, help="Nothing on standard error; the exit code speaks.")
def command(paths: tuple[str, ...], no_validate: bool, **given: Any) -> None:
    """Turn as many invoices as there are into another format, and account for each.

    SRC is a folder, a glob, a zip, a tar, a file with one or with thousands of invoices, or - (standard input).
    Invoices are worked on side by side and never all held in memory.  Each becomes a file in DIR, named after its
    source as einvoice convert names it, whatever the number of workers.  Results are judged by schema, official rules
    and business rules; what has an error is not written but goes to DIR/failed/, as it came, beside a .findings.json.

    DIR/ledger.sqlite has a row for each invoice.  A run that was killed goes on with --resume, without doing an invoice
    twice or losing one; what failed stays failed, unless its source has changed.

    SRC and DIR may be addresses that fsspec knows (s3://, gs://, abfs://).  The ledger is here all the same, in a
    folder named after the address, and is copied there at the end.

    The exit code is the gravest of all invoices, as in einvoice convert.
    """
    click.get_current_context().exit(run(paths, Settings(validate=not no_validate, **given)))


def run(paths: tuple[str, ...], settings: Settings) -> int:
    """Run the batch and return the exit code."""
    import gc

    gc.disable()  # what is loaded now stays, and to look through it again and again takes a tenth of the start
    try:
        from einvoice import batch

        work = _work(settings)
    finally:
        gc.enable()
    from einvoice.batch.remote import local

    left_out: list[str] = []
    paths = tuple(local(path) for path in paths)
    if settings.resume and settings.restart:
        raise UsageError("--resume goes on with a run, --restart forgets it", fix="leave one of them out")
    engine = _engine(settings)
    target, told = _target(paths, settings)
    sources = _sources(paths, target, left_out, settings)
    first = next(sources, None)
    if first is None:
        raise Unreadable("the sources hold nothing but outputs of this folder", fix="check what SRC names")
    with _Shown(paths, settings.quiet) as shown:
        result = batch.run(
            itertools.chain((first,), sources),
            work,
            target,
            engine=engine,
            resume=settings.resume,
            restart=settings.restart,
            settings={**batch.settings_of(work, settings.context_file), **told},
            watch=shown.step,
        )
    if not settings.quiet:
        from einvoice.cli import batch_summary
        from einvoice.report import text

        for error in result.errors:
            failure.show(error)
        if result.unreadable > len(result.errors):
            click.echo(f"einvoice: {result.unreadable - len(result.errors)} more sources cannot be read", err=True)
        for note in left_out:
            click.echo(text.clean(f"einvoice: {note}"), err=True)
        batch_summary.show(result)
    if settings.report_file is not None:
        _write_report(result.folder, settings.report_file)
    if settings.html_file is not None:
        _write_page(result, settings.html_file)
    return failure.gravest(result.codes)


def _engine(settings: Settings) -> Engine:
    if settings.engine == "local":
        if settings.scheduler is not None:
            raise UsageError("--scheduler goes with --engine dask or ray", fix="leave it out, or name the engine")
        from einvoice.batch.engine import Local

        return Local(settings.jobs, settings.time_limit)
    if settings.scheduler is None:
        raise UsageError(
            f"--engine {settings.engine} needs the address of its scheduler",
            fix="--scheduler tcp://host:8786 for dask, --scheduler auto for ray",
        )
    if settings.jobs is not None:
        raise UsageError("--jobs counts processes of this machine", fix="leave it out: the cluster has its workers")
    if settings.engine == "dask":
        import logging

        from einvoice.batch.dask import Dask

        if not failure.debugging():  # that a worker was lost is no news for the user: its tasks are done again
            logging.getLogger("distributed").setLevel(logging.CRITICAL)
        return Dask(settings.scheduler, settings.time_limit)
    from einvoice.batch.ray import Ray

    return Ray(settings.scheduler, settings.time_limit)


def _target(paths: tuple[str, ...], settings: Settings) -> tuple[Folder, dict[str, str]]:
    """Return where outputs go, and what the ledger has to say of it."""
    from einvoice.batch import remote
    from einvoice.batch.store import Folder

    target = remote.local(settings.target)
    if remote.is_url(target):
        if own := next((path for path in paths if remote.is_url(path) and remote.is_inside(path, target)), None):
            raise UsageError(
                f"-o {remote.shown(target)} is where the source {remote.shown(own)} stands, and could overwrite it",
                fix="name another folder with -o; it may be one in the folder of the sources",
            )
        return remote.Remote(target, settings.ledger), {"target": remote.shown(target)}
    if settings.ledger is not None:
        raise UsageError(
            "--ledger goes with an address as -o", fix="leave it out: the ledger stands in the folder of the outputs"
        )
    place = Path(target)
    if not place.exists():
        _refuse_nothing(paths)
    _refuse_own_folder(paths, place)
    if target == output.STDOUT or (place.exists() and not place.is_dir()):
        raise UsageError(f"{target} is no folder", fix="name a folder with -o: it takes one file per invoice")
    return Folder(place), {}


def _work(settings: Settings) -> Work:
    from einvoice.batch import Work
    from einvoice.formats import info
    from einvoice.validation.layers import check_layers

    entry = info(settings.to)
    if settings.version is not None and settings.version not in entry.versions:
        raise UsageError(
            f"{entry.id} has no version {settings.version!r} to write",
            fix=f"versions: {', '.join(entry.versions)}" if entry.versions else "leave the version out",
        )
    if settings.source_format is not None:
        info(settings.source_format)
    if settings.validate:
        check_layers(settings.layers)
    context = options.load_context(settings.context_file)
    if settings.frame:
        if entry.id != "finvoice":
            raise UsageError(f"--frame goes with --to finvoice, not with {entry.id}", fix="leave --frame out")
        context = context.model_copy(update={"finvoice": context.finvoice.model_copy(update={"frame": True})})
    return Work(
        entry.id,
        settings.source_format,
        context,
        settings.losses,
        settings.totals,
        settings.version,
        settings.layers if settings.validate else (),
        settings.profile,
        settings.fail_on,
    )


def _refuse_nothing(paths: tuple[str, ...]) -> None:
    """Raise `Unreadable` where no source is there: a folder with a ledger of nothing would only be in the way."""
    from einvoice.batch.remote import is_url

    for path in paths:
        if path == room.STDIN or is_url(path) or glob.has_magic(path) or Path(path).exists():
            return
    raise Unreadable("cannot read the file: No such file or directory", fix="check the path", source=paths[0])


def _refuse_own_folder(paths: tuple[str, ...], target: Path) -> None:
    """Raise `UsageError` for sources that stand where outputs go: one could overwrite the other."""
    from einvoice.batch.store import FAILED

    own = target.resolve()
    for path in paths:
        if path == room.STDIN or room.is_archive(path):
            continue
        place = Path(path)
        if glob.has_magic(path) and not place.exists():  # the folders before the first mark of the pattern
            place = Path(*itertools.takewhile(lambda part: not glob.has_magic(part), place.parts))
        if (place.resolve().parent if place.is_file() else place.resolve()) in (own, own / FAILED):
            raise UsageError(
                f"-o {target} is the folder of the source {path}, which could be overwritten",
                fix="name another folder with -o; it may be one in the folder of the sources",
            )


def _sources(paths: tuple[str, ...], target: Folder, left_out: list[str], settings: Settings) -> Iterator[Source]:
    """Yield the sources of *paths*; what stands in the target folder is output."""
    from einvoice.batch import Source
    from einvoice.batch.remote import Remote
    from einvoice.batch.store import FAILED

    own = target.path.resolve()
    outputs = target.prefix if isinstance(target, Remote) else None
    pages = [Path(file).resolve() for file in (settings.report_file, settings.html_file) if file is not None]
    for source in room.stream(paths, left_out):
        if source.file in pages:
            raise UsageError(f"{source.path} is a source, and a report would overwrite it", fix="name another file")
        there = outputs is not None and source.path.startswith(outputs)
        if not there and (source.file is None or source.file.parent not in (own, own / FAILED)):
            yield Source(source.path, source.stem, source.open, source.file, source.beside)


class _Shown:
    """One line on a terminal that says how far the run has come; nothing in a pipe."""

    BETWEEN: ClassVar = 0.1
    """Seconds between two states of the line."""

    def __init__(self, paths: tuple[str, ...], quiet: bool) -> None:
        from einvoice.cli.progress import Progress as Line

        self._line = Line(None)
        self._active = not quiet and self._line.active
        self._size = room.size(paths) if self._active else None
        self._next = 0.0
        self._began: tuple[float, int] | None = None

    def __enter__(self) -> _Shown:
        return self

    def __exit__(self, *_: object) -> None:
        self._line.clear()

    def step(self, progress: Progress) -> None:
        """Show *progress*, unless that was a moment ago."""
        import time

        if not self._active or (now := time.monotonic()) < self._next:
            return
        self._next = now + self.BETWEEN
        if progress.resumed == progress.invoices or self._began is None:  # what an earlier run did takes no time
            self._began = (now, progress.bytes)
        parts = [f"{progress.invoices:,} invoices", f"{progress.failed:,} failed", f"{progress.rate:,.0f}/s"]
        if self._size:
            since, before = self._began
            part = min(progress.bytes / self._size, 1.0)
            parts.append(f"{part:.0%}")
            if progress.bytes > before and now - since > 2:
                left = (now - since) * max(self._size - progress.bytes, 0) / (progress.bytes - before)
                parts.append(f"{duration(left)} left")
        from einvoice.report import text

        self._line.say(f"{', '.join(parts)}  {text.one_line(progress.source)}")


def duration(seconds: float) -> str:
    """Return *seconds* as people say it.

    >>> duration(7.4), duration(200), duration(8000)
    ('7 s', '3 min 20 s', '2 h 13 min')
    """
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60} s"
    return f"{whole // 3600} h {whole % 3600 // 60} min"


def _write_report(folder: Path, file: str) -> None:
    from einvoice.batch import Ledger
    from einvoice.batch.account import lines

    with Ledger(folder) as ledger:
        if file == output.STDOUT:
            for line in lines(ledger):
                output.put(line)
        else:
            output.write_all(file, lines(ledger))


def _write_page(result: Result, file: str) -> None:
    from einvoice.batch import Ledger
    from einvoice.batch.overview import overview
    from einvoice.cli.codes import text_of
    from einvoice.report import batch_html

    # What is here can be linked to, when the page is a file.
    beside = Path(file).parent if file != output.STDOUT and result.label == str(result.folder) else None
    with Ledger(result.folder) as ledger:
        page = batch_html.document(overview(ledger), folder=result.label, beside=beside, explain=text_of)
    if file == output.STDOUT:
        output.put(page)
    else:
        output.write(file, page)
