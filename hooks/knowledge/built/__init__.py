"""The finished site, as a browser and a reader meet it: one small module for each rule; nothing here builds."""
