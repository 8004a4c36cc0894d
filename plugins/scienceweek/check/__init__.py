"""The gate that staff meet: facts and prose are read, every file is planned, every link is looked up; nothing is made."""
