"""The documents that are written from the catalogues: registers and glossary."""
