namespace Chancery.Language.Morphology;

// Names and values as Universal Dependencies version 2 writes them. None: the word does not have this feature.

public enum Case : byte { None, Nom, Acc, Gen }

public enum Definite : byte { None, Def, Ind }

public enum Degree : byte { None, Pos, Cmp, Sup }

public enum Gender : byte { None, Masc, Fem, Neut }

public enum Mood : byte { None, Ind, Imp, Sub }

public enum NumForm : byte { None, Digit, Word, Combi, Roman }

public enum NumType : byte { None, Card, Ord, Frac, Mult }

/// <summary>Ptan: a word that is only used in the plural, such as "troops".</summary>
public enum Number : byte { None, Sing, Plur, Ptan }

public enum Polarity : byte { None, Neg, Pos }

public enum PronType : byte { None, Prs, Art, Dem, Ind, Int, Rel, Neg, Tot, Emp, Rcp }

public enum Tense : byte { None, Past, Pres }

public enum VerbForm : byte { None, Fin, Inf, Part, Ger }

/// <summary>Passive, or not said: English marks no active voice.</summary>
public enum Voice : byte { None, Pass }
