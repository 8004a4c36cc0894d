"""The site in public: a push is received, checked, built and put in the place of the last one.

Knows no more of the program than its commands: it runs the server's own copy of it. The door for boto3 and ghp_import.
"""
