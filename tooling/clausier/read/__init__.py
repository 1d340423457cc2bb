"""From the text of the files to the model: front matter, bodies, folders."""
