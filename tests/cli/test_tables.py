"""A new home's tables are those that the migrations make."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.houses import ROOT, house

pytestmark = [pytest.mark.slow, pytest.mark.database]
FOREIGN = ("auth_", "axes_", "django_")
"""Tables of packages: their early migrations left indexes under other names."""
TELL = """
import json, sys
from pathlib import Path
from yunguan.cli.house import open_house
open_house(None)
from django.core.management import call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from yunguan.cli.tables import make_tables
make_tables() if sys.argv[1] == "made" else call_command("migrate", verbosity=0, interactive=False)
KINDS = ("primary_key", "unique", "index", "foreign_key", "check")
found = {}
with connection.cursor() as cursor:
    for table in sorted(connection.introspection.table_names(cursor)):
        columns = connection.introspection.get_table_description(cursor, table)
        constraints = connection.introspection.get_constraints(cursor, table)
        found[table] = [
            sorted([c.name, str(c.type_code), c.null_ok, c.display_size or c.internal_size] for c in columns),
            sorted(
                (str(sorted(c["columns"] or [])), str([c[kind] for kind in KINDS])) for c in constraints.values()
            ),
        ]
found["migrations"] = sorted(MigrationRecorder(connection).applied_migrations())
from yunguan.office.rules import RuleValue
found["rules"] = RuleValue.objects.count()
print(json.dumps(found, default=str))
"""


def tables(place: Path, way: str) -> dict[str, object]:
    """What the database of a new home holds, made in one of the two ways."""
    with house(place) as environment:
        command = [sys.executable, "-c", TELL, way]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, cwd=ROOT)
        assert done.returncode == 0, done.stderr
        found: dict[str, object] = json.loads(done.stdout)
        return found


def test_tables_made_at_once_are_those_of_the_migrations(tmp_path: Path) -> None:
    made, migrated = tables(tmp_path / "made", "made"), tables(tmp_path / "migrated", "migrated")
    assert made.keys() == migrated.keys()
    own = [name for name in made if not name.startswith(FOREIGN)]
    assert {name: (made[name], migrated[name]) for name in own if made[name] != migrated[name]} == {}
    assert len(own) > 100
    assert made["rules"]
