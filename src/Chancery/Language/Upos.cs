namespace Chancery.Language;

/// <summary>Universal part-of-speech tags, Universal Dependencies version 2, under UD's own names in capitals.</summary>
public enum Upos : byte
{
    X, ADJ, ADP, ADV, AUX, CCONJ, DET, INTJ, NOUN, NUM, PART, PRON, PROPN, PUNCT, SCONJ, SYM, VERB,
}
