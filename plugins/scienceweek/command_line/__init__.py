"""The command line: one register of verbs, from which ``python -m scienceweek`` and ``invoke`` are both made.

Every meaning is Chinese with English beside it in brackets. A verb without a meaning is for programs, and is not shown.
"""
