"""The gate through which every figure, list of names and quotation leaves: nothing that it lets out betrays one person."""
