"""`make model TABLE=…`: train the graphone models from a table of names (minutes), and print how good they are.

TABLE is that of Merhav and Ash (columns en, ru, count, separated by tabs). The same table gives the same bytes.
"""

import sys
from pathlib import Path

from l10n.languages.packs import PACKAGE
from l10n.names.transcription.graphones.store import pack_model
from tools.compile_onomasticon.sources import read_table
from tools.train_graphones.aligning import BACK_SHAPES, SHAPES
from tools.train_graphones.origins import pick_names, train_letters
from tools.train_graphones.training import SEED, keep_aside, measure, train

_KEPT_ASIDE = 3_000
_BEAM = 12


def main() -> None:
    """Measure on rows kept aside, then train on all rows and write the models into the package."""
    if len(sys.argv) != 2:
        raise SystemExit("usage: python -m tools.train_graphones TABLE")
    there = read_table(Path(sys.argv[1]))
    folder = PACKAGE / "pairs"
    for language, names in pick_names(there).items():
        print(f"{language}: {len(names)} names to know its letters by")
    (folder / "en-ru" / "origins.bin").write_bytes(train_letters(there, SEED))
    back = [(native, latin, count) for latin, native, count in there]
    for direction, rows, shapes in (("en-ru", there, SHAPES), ("ru-en", back, BACK_SHAPES)):
        learn, kept = keep_aside(rows, _KEPT_ASIDE)
        first, five = measure(train(learn, shapes), kept, beam=_BEAM)
        print(
            f"{direction}: {first:.3f} first, {five:.3f} within five, of {len(kept)} kept aside", flush=True
        )
        content = pack_model(train(rows, shapes))
        (folder / direction / "graphones.bin").write_bytes(content)
        print(f"{direction}.bin: {len(content):,} bytes", flush=True)


if __name__ == "__main__":
    main()
