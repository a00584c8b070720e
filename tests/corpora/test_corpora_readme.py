"""corpora/README.md names every sample once."""

import pytest
from tests.corpora.expectations import FOLDERS, expectations, samples


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_file_has_a_row_and_every_row_a_file(folder: str) -> None:
    assert set(expectations(folder)) == {path.name for path in samples(folder)}
