"""What is stated with a date, in the order of the dates, chosen without a model and quoted."""
