"""What changed outside since somebody last looked: overdue reviews, dead links, withdrawn papers, newer packages."""
