"""Tables: from the cells of a document to rows and columns whose numbers have a name, a unit and a place."""
