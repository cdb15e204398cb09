"""Forms: the tables that go with the report, declared as data and filled from figures."""
