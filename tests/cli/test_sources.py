"""What a path means: file, folder, glob, zip, standard input; with the limits that keep a hostile zip small."""

import io
import os
import struct
import sys
import zipfile
from pathlib import Path

import pytest
from tests.cli.program import run

from einvoice.cli import sources
from einvoice.cli.sources import Source, expand, name_of, safe_stem
from einvoice.errors import EInvoiceError, InputError, TooLarge, Unreadable


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def fill(folder: Path, *names: str) -> None:
    for name in names:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(name.encode())


def archive(file: str, members: dict[str, bytes]) -> None:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in members.items():
            packed.writestr(name, data)


def test_customer_to_create_is_left_out_beside_its_entry_only(here: Path) -> None:
    customer = b'{"Name": "K\xc3\xb6paren AB", "DebtorType": "Company"}'
    for name in ("a-debtor.json", "alone-debtor.json"):
        (here / name).write_bytes(customer)
    for name in ("a.json", "b.json", "b-debtor.json"):
        (here / name).write_bytes(b'{"Records": []}')
    found = expand(["."])
    assert [Path(source.path).name for source in found.items] == [
        "a.json",
        "alone-debtor.json",
        "b-debtor.json",
        "b.json",
    ]
    assert [note.partition(": ")[2] for note in found.left_out] == [
        f"a customer of Billecta, to be created for the invoice {next(s.path for s in found.items)}"
    ]


def paths(*arguments: str) -> list[str]:
    return [source.path for source in expand(arguments).items]


def failure_of(*arguments: str) -> EInvoiceError:
    (source,) = expand(arguments).items
    with pytest.raises(EInvoiceError) as caught:
        source.fetch()
    return caught.value


# --- folders and globs ------------------------------------------------------------------------------


def test_folder_gives_documents_by_name_and_counts_the_rest(here: Path) -> None:
    fill(here, "in/b.xml", "in/A.XML", "in/c/d.json", "in/readme.md", "in/.hidden.xml", "in/.git/e.xml")
    found = expand(["in"])
    assert [source.path for source in found.items] == ["in/A.XML", "in/b.xml", "in/c/d.json"]
    assert found.left_out == ("in: 1 file left out, neither .xml nor .json",)


def test_folder_opens_zips(here: Path) -> None:
    fill(here, "in/a.xml")
    archive("in/b.zip", {"x.xml": b"x"})
    assert paths("in") == ["in/a.xml", "in/b.zip/x.xml"]


def test_folder_does_not_follow_links_to_folders(here: Path) -> None:
    fill(here, "in/a.xml", "elsewhere/b.xml")
    (here / "in" / "link").symlink_to(here / "elsewhere", target_is_directory=True)
    (here / "in" / "round").symlink_to(here / "in", target_is_directory=True)
    assert paths("in") == ["in/a.xml"]


def test_folder_without_documents(here: Path) -> None:
    fill(here, "in/readme.md", "in/.hidden.xml")
    error = failure_of("in")
    assert isinstance(error, Unreadable)
    assert error.message == "the folder holds no document (1 other file in it)"


def test_glob_takes_any_ending(here: Path) -> None:
    fill(here, "in/a.txt", "in/b.xml", "in/sub/c.xml", "in/.d.xml")
    assert paths("in/*") == ["in/a.txt", "in/b.xml", "in/sub/c.xml"]
    assert paths("in/**/*.xml") == ["in/b.xml", "in/sub/c.xml"]


def test_glob_without_match(here: Path) -> None:
    assert failure_of("in/*.xml").message == "no file matches the pattern"


def test_file_whose_name_looks_like_a_glob(here: Path) -> None:
    fill(here, "a[1].xml", "a1.xml")
    assert paths("a[1].xml") == ["a[1].xml"]


def test_same_file_through_two_patterns_is_one(here: Path) -> None:
    fill(here, "in/a.xml", "in/b.xml")
    assert paths("in/b.xml", "in", "./in/*.xml") == ["in/b.xml", "in/a.xml"]


def test_file_is_read_when_its_turn_comes(here: Path) -> None:
    fill(here, "a.xml")
    (source,) = expand(["a.xml"]).items
    (here / "a.xml").write_bytes(b"later")
    assert source.fetch() == b"later"


def test_missing_file(here: Path) -> None:
    error = failure_of("a.xml")
    assert (error.message, error.exit_code) == ("cannot read the file: No such file or directory", 3)


def test_null_character_in_a_path(here: Path) -> None:
    assert isinstance(failure_of("a\0.xml"), Unreadable)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_file_without_rights(here: Path) -> None:
    fill(here, "a.xml")
    (here / "a.xml").chmod(0)
    assert failure_of("a.xml").message == "cannot read the file: Permission denied"


def test_file_over_the_limit(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "MAX_BYTES", 3)
    fill(here, "four")
    assert isinstance(failure_of("four"), TooLarge)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_named_pipe_is_a_file(here: Path) -> None:
    os.mkfifo("pipe")
    (source,) = expand(["pipe"]).items
    reader = os.open("pipe", os.O_RDWR)  # keeps the pipe open, so that nothing blocks
    os.write(reader, b"<a/>")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sources, "MAX_BYTES", 3)
        with pytest.raises(TooLarge):
            source.fetch()
    os.close(reader)


# --- standard input ---------------------------------------------------------------------------------


def test_stdin_over_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "MAX_BYTES", 3)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"<a/>")))
    assert isinstance(failure_of("-"), TooLarge)


def test_stdin_keeps_its_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    data = "<a>ä</a>\r\n".encode("utf-16")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    (source,) = expand(["-"]).items
    assert source.fetch() == data


# --- zips -------------------------------------------------------------------------------------------


def test_zip_gives_documents_by_name(here: Path) -> None:
    hidden = {"a/.d.xml": b"", "__MACOSX/e.xml": b""}
    archive("a.zip", {"b.xml": b"b", "a/c.JSON": b"c", "x.pdf": b"", "n.zip": b"", **hidden})
    found = expand(["a.zip"])
    assert [source.path for source in found.items] == ["a.zip/a/c.JSON", "a.zip/b.xml"]
    assert [source.fetch() for source in found.items] == [b"c", b"b"]
    assert found.left_out == ("a.zip: 2 files left out, neither .xml nor .json",)


def test_zip_is_known_by_its_bytes(here: Path) -> None:
    archive("a.dat", {"b.xml": b"b"})
    assert paths("a.dat") == ["a.dat/b.xml"]


def test_zip_that_is_none(here: Path) -> None:
    fill(here, "a.zip")
    error = failure_of("a.zip")
    assert isinstance(error, InputError)
    assert error.message == "the zip is broken: File is not a zip file"


def test_zip_without_documents(here: Path) -> None:
    archive("a.zip", {"x.pdf": b""})
    assert failure_of("a.zip").message == "the zip holds no document (1 other file in it)"


def test_zip_bomb_is_refused_before_it_is_unpacked(here: Path) -> None:
    archive("bomb.zip", {"a.xml": bytes(30_000_000), "b.xml": b"fine"})
    bomb, fine = expand(["bomb.zip"]).items
    with pytest.raises(TooLarge, match="zip bomb"):
        bomb.fetch()
    assert fine.fetch() == b"fine"


def test_zip_that_lies_about_its_size(here: Path) -> None:
    archive("a.zip", {"a.xml": b"a" * 5_000})
    data = bytearray((here / "a.zip").read_bytes())
    for mark, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        struct.pack_into("<I", data, data.index(mark) + offset, 10)
    (here / "a.zip").write_bytes(data)
    assert isinstance(failure_of("a.zip"), InputError)


def test_member_over_the_limit(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive("a.zip", {"a.xml": b"1234"})
    monkeypatch.setattr(sources, "MAX_BYTES", 3)
    assert isinstance(failure_of("a.zip"), TooLarge)


def test_zip_over_the_total(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive("a.zip", {"a.xml": b"1234", "b.xml": b"1234"})
    monkeypatch.setattr(sources, "MAX_TOTAL_BYTES", 7)
    error = failure_of("a.zip")
    assert error.message == "the documents of the zip have 8 bytes, the limit is 7"


def test_zip_with_too_many_members(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive("a.zip", {"a.xml": b"", "b.xml": b""})
    monkeypatch.setattr(sources, "MAX_MEMBERS", 1)
    assert isinstance(failure_of("a.zip"), TooLarge)


def test_regular_batch_is_no_bomb(here: Path) -> None:
    # Invoices of one seller resemble each other: real batches reach 60 times.
    row = b"<invoice><number>%d</number><seller>Pihlajaniemi Oy</seller></invoice>\n"
    data = b"".join(row % number for number in range(40_000))
    archive("a.zip", {"a.xml": data})
    (source,) = expand(["a.zip"]).items
    assert source.fetch() == data


def test_encrypted_member(here: Path) -> None:
    archive("a.zip", {"a.xml": b"secret"})
    data = bytearray((here / "a.zip").read_bytes())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1
    (here / "a.zip").write_bytes(data)
    assert failure_of("a.zip").message == "this member of the zip is encrypted"


def test_damaged_member(here: Path) -> None:
    archive("a.zip", {"a.xml": os.urandom(500)})
    data = bytearray((here / "a.zip").read_bytes())
    data[200] ^= 0xFF
    (here / "a.zip").write_bytes(data)
    assert "cannot be unpacked" in failure_of("a.zip").message


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("invoice 7.xml", "invoice 7"),
        ("../../etc/passwd.xml", "passwd"),
        ("/abs/olute.xml", "olute"),
        ("C:\\temp\\a.xml", "a"),
        ("..\\..\\b.xml", "b"),
        ("...xml", "invoice"),
        ("..", "invoice"),
        ("", "invoice"),
        ("a\x00b\x1f\x9b.xml", "a_b__"),
        ('<:"|?*>.xml', "_______"),
        ("con.xml", "_con"),
        ("LPT1.x.json", "_LPT1.x"),
        ("trailing. .xml", "trailing"),
        ("lasku-äö.xml", "lasku-äö"),
        ("x" * 400 + ".xml", "x" * 120),
        ("\udcff.xml", "_"),
    ],
)
def test_safe_stem(name: str, stem: str) -> None:
    assert safe_stem(name) == stem


def test_members_stay_in_the_folder(workplace: Path) -> None:
    invoice = (workplace / "corpora/peppol-bis/zero-rated.xml").read_bytes()
    (workplace / "deep").mkdir()
    names = ["../up.xml", "../../up.xml", "/root.xml", "C:\\drive.xml", "a/../../b.xml", "..\\back.xml"]
    archive("deep/evil.zip", dict.fromkeys(names, invoice))
    around = sorted(p for folder in (workplace, workplace.parent) for p in folder.iterdir())
    assert run("convert", "deep/evil.zip", "--to", "model", "-o", "deep/out/").code == 0
    assert run("convert", "deep/evil.zip", "--to", "model", "-o", "deep/out/").code == 0
    assert sorted(p for folder in (workplace, workplace.parent) for p in folder.iterdir()) == around
    assert sorted(p.name for p in (workplace / "deep").iterdir()) == ["evil.zip", "out"]
    written = sorted(p.name for p in (workplace / "deep/out").iterdir())
    assert written == ["b.json", "back.json", "drive.json", "root.json", "up-2.json", "up.json"]


def test_name_is_that_within_a_folder(workplace: Path) -> None:
    here = Path.cwd()
    assert name_of(Source("in/a.xml", "a", bytes), here) == "in/a.xml"
    assert name_of(Source("in/../a.xml", "a", bytes), here) == "a.xml"
    assert name_of(Source(str(here / "a.xml"), "a", bytes), here) == "a.xml"
    assert name_of(Source("a.xml", "a", bytes), here / "in") == (here / "a.xml").as_posix()
    assert name_of(Source("-", "a", bytes), here) == "-"
    assert name_of(Source("in.zip/../a.xml", "a", bytes, archive="in.zip"), here) == "in.zip/../a.xml"
    assert name_of(Source("-/a.xml", "a", bytes, archive="-"), here) == "-/a.xml"
