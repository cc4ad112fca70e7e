"""Reading passages: which sentence answers, which words of it, how surely."""
