"""Write the generated files of docs from the declarations: `python -m tools.generate_docs`."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TERMS = ROOT / "docs" / "glossary_terms.md"
CLAUSES = ROOT / "docs" / "coverage.csv"


def documents() -> dict[Path, str]:
    """Each generated file and what belongs in it; Django must be ready."""
    from tools.documents.audit_rules import audit_rules_document  # noqa: PLC0415 - after Django
    from tools.documents.coverage import coverage_document  # noqa: PLC0415
    from tools.documents.gate import gate_document  # noqa: PLC0415
    from tools.documents.glossary import glossary_document  # noqa: PLC0415
    from tools.documents.registers import registers_document  # noqa: PLC0415
    from tools.documents.schemes import schemes_document  # noqa: PLC0415

    return {
        ROOT / "docs" / "registers.md": registers_document(),
        ROOT / "docs" / "glossary.md": glossary_document(TERMS),
        ROOT / "docs" / "audit-rules.md": audit_rules_document(),
        ROOT / "docs" / "gate.md": gate_document(),
        ROOT / "docs" / "schemes.md": schemes_document(),
        ROOT / "docs" / "coverage.md": coverage_document(CLAUSES),
    }


def main() -> None:
    """Write the files that differ, and name them."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yunguan.config.settings.test")
    import django  # noqa: PLC0415 - the settings must be named first

    django.setup()
    for path, text in documents().items():
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            print(f"written: {path.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
