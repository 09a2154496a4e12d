"""
Many documents, one story: copies of a text, incidents, and how claims about them stand together.

Compares documents and the values found in them; looks for nothing new inside a single one, and
says of nobody that he is right. docs/explanation/links.md tells how.

    copies.py     copies(a, b), fingerprints(doc)       who printed whose words
    gist.py       gist(doc, layers)                     the values of a report that can be compared
    versions.py   corrected(older, newer)               what changed at one address
    incidents.py  incidents(gists), likeness(a, b)      which reports tell of one happening
    relations.py  relations(a, b)                       what two claims about it say of each other
    origins.py    origins(...)                          N reports from K origins
    compare.py    compare(a, b)                         all of it for two reports
"""
