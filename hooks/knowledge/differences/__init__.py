"""What differs between two libraries: records, cells and pages, in words for somebody who reviews a change."""
