"""The objects that a PDF's pages use, without the entries that could act, fetch or carry another file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from pikepdf import Array, Dictionary, Name, Object, Stream

from helsebro_aws.documents.rewriting.limits import MOST_OBJECTS
from helsebro_aws.documents.rewriting.pdf_streams import Streams
from helsebro_aws.documents.rewriting.unwritable import Unwritable

NEVER_KEPT = frozenset(
    {
        # What runs or opens something.
        *("/OpenAction", "/AA", "/A", "/JS", "/JavaScript", "/Launch", "/URI", "/GoToR", "/GoToE", "/Next"),
        *("/SubmitForm", "/ImportData", "/Movie", "/Sound", "/Rendition", "/RichMedia", "/PA", "/Dest"),
        # What carries or names another file; a stream's own /F would be read from a share of the network.
        *("/EmbeddedFiles", "/EF", "/AF", "/F", "/FFilter", "/FDecodeParms", "/FS", "/Ref", "/OPI"),
        *("/Collection", "/XFA", "/AcroForm", "/Names", "/Annots", "/Alternates"),
        # What describes the paper, its author and the program.
        *("/Metadata", "/PieceInfo", "/LastModified", "/Thumb", "/StructParent", "/StructParents", "/OC"),
        *("/Parent", "/P"),
    }
)
BY_NAME = ("/Font", "/XObject", "/ExtGState", "/ColorSpace", "/Pattern", "/Shading", "/CharProcs")
"""Entries whose own entries have names of the author's choice: there a name in ``NEVER_KEPT`` is harmless."""
DICTIONARIES = (Dictionary, Stream)
PARTS = {
    "/Font": (Dictionary,),
    "/XObject": (Stream,),
    "/CharProcs": (Stream,),
    "/ColorSpace": (Array, Name, Stream),
}
PAINTED = (Name.Image, Name.Form)


@dataclass
class Objects:
    """Cleans the objects of one document; each is visited once. Text needs a font."""

    streams: Streams = field(default_factory=Streams)
    seen: set[tuple[tuple[int, int], bool]] = field(default_factory=set)
    visits: int = 0
    have_text: bool = False

    def clean(self, page: Object) -> None:
        """Cleans a page and all that it uses. Raises ``Unwritable``.

        A number, such as how a page is turned (``/Rotate``), is no object of the library and stays as it is.
        """
        waiting = [
            (part, False) for name, part in page.items() if name != "/Parent" and isinstance(part, Object)
        ]
        while waiting:
            part, by_name = waiting.pop()
            self.visits += 1
            if self.visits > MOST_OBJECTS:
                raise Unwritable("file-too-complex")
            if not self._is_new(part, by_name):
                continue
            if isinstance(part, Stream):
                self.streams.write_anew(part)
            waiting += self._parts(part, by_name)

    def _is_new(self, part: Object, by_name: bool) -> bool:
        if not part.is_indirect:
            return True
        visited = (part.objgen, by_name)
        if visited in self.seen:
            return False
        self.seen.add(visited)
        return True

    def _parts(self, part: Object, by_name: bool) -> Iterator[tuple[Object, bool]]:
        """Yields what an object holds, after taking out what is never kept."""
        if isinstance(part, Array):
            yield from ((held, False) for held in part if isinstance(held, Object))
        elif isinstance(part, DICTIONARIES):
            if not by_name:
                for name in NEVER_KEPT.intersection(part.keys()):
                    del part[name]
                _keep_no_properties(part)
            for name, held in list(part.items()):
                if name in BY_NAME and isinstance(held, Dictionary) and not by_name:
                    _keep_only_parts(name, held)
                    self.have_text |= name == "/Font"
                if isinstance(held, Object):
                    yield held, name in BY_NAME and not by_name and isinstance(held, Dictionary)


def _keep_only_parts(name: str, held: Dictionary) -> None:
    """Takes out the parts of resources that are not what their entry is for."""
    kinds = PARTS.get(name, DICTIONARIES)
    for key, part in list(held.items()):
        is_painted = name != "/XObject" or (isinstance(part, Stream) and part.get(Name.Subtype) in PAINTED)
        if not isinstance(part, kinds) or not is_painted:
            del held[key]


def _keep_no_properties(part: Object) -> None:
    """Empties the lists that marked content refers to: they may hold anything, and show nothing."""
    properties = part.get(Name.Properties)
    if isinstance(properties, Dictionary):
        part[Name.Properties] = Dictionary({str(key): Dictionary() for key in properties})
