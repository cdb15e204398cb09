"""Workbooks (xlsx): the package is guarded first, then each sheet is streamed once."""
