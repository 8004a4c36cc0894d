"""The site in public: a push is received, checked, built and put in the place of the last one.

Imports nothing of the program that checks and builds, and runs a copy of it as its `Program` says. Start with the README.
The door for boto3 and ghp_import.
"""
