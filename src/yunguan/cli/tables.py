"""The tables of a new home made from the models at once; those of an older one are brought up to date by migrations.

Replaying the migration history renders every model after every step: for some two hundred tables that takes a minute,
creating them as they are now takes seconds. That both ways end in the same tables is tested.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


def bring_tables_up_to_date() -> None:
    """Make the tables that the database does not have yet, or apply the migrations that it lacks."""
    from django.core.management import call_command  # noqa: PLC0415 - after open_house
    from django.db import connection  # noqa: PLC0415
    from django.db.migrations.executor import MigrationExecutor  # noqa: PLC0415

    if not connection.introspection.table_names():
        make_tables()
        return
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", verbosity=0, interactive=False)


def make_tables() -> None:
    """Create every table in an empty database and note all migrations as applied, in one transaction; then seed."""
    from django.core.management.sql import emit_post_migrate_signal, emit_pre_migrate_signal  # noqa: PLC0415
    from django.db import connection  # noqa: PLC0415
    from django.db.migrations.loader import MigrationLoader  # noqa: PLC0415
    from django.db.migrations.recorder import MigrationRecorder  # noqa: PLC0415

    recorder, history = MigrationRecorder(connection), MigrationLoader(connection)
    emit_pre_migrate_signal(verbosity=0, interactive=False, db=connection.alias)
    with connection.schema_editor() as editor:
        editor.create_model(recorder.Migration)
        for model in _models():
            editor.create_model(model)
        for app, name in history.graph.nodes:
            recorder.migration_qs.create(app=app, name=name)
    emit_post_migrate_signal(verbosity=0, interactive=False, db=connection.alias)


def _models() -> Iterator[Any]:
    """Every model with a table of its own; what many-to-many relations add comes with the model that has them."""
    from django.apps import apps  # noqa: PLC0415 - after open_house

    for config in apps.get_app_configs():
        yield from (model for model in config.get_models() if model._meta.managed and not model._meta.proxy)
