"""What must not leave the house: numbers, addresses and names that no record makes public, however they are spelled.

The one owner of the question whether two spellings are the same number (`numbers`), the same address (`mail`) or name
the same person (`names`); `secrets` holds what is private; `gate` looks at the files of a site.
"""
