"""What differs from language to language: words, labels, fixed sentences, verbal forms. Data."""
