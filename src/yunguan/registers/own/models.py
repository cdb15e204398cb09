"""The fixed tables of this folder, for Django; those of the defined books are made when a book is defined."""

from yunguan.registers.own.tables import OwnRegister, OwnRequest

__all__ = ["OwnRegister", "OwnRequest"]
