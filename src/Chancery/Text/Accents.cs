namespace Chancery.Text;

/// <summary>Latin letters without their marks, so that "Erdoğan" and "Erdogan" are one spelling.</summary>
/// <remarks>A table of our own: Unicode normalization differs with what is installed on a machine.</remarks>
public static class Accents
{
    private const string Marked =
        "ÀÁÂÃÄÅĀĂĄǍẠẢẤẦẨẪẬẮẰẲẴẶÇĆĈĊČĎĐÐÈÉÊËĒĔĖĘĚẸẺẼẾỀỂỄỆĜĞĠĢǦĤĦÌÍÎÏĨĪĬĮİỈỊĴĶĹĻĽĿŁÑŃŅŇÒÓÔÕÖØŌŎŐƠỌỎỐỒỔỖỘỚỜỞỠỢŔŖŘŚŜŞŠȘŢŤŦȚÙÚÛÜŨŪŬŮŰŲƯỤỦỨỪỬỮỰŴÝŶŸỲỴỶỸŹŻŽÆŒÞƏ"
        + "àáâãäåāăąǎạảấầẩẫậắằẳẵặçćĉċčďđðèéêëēĕėęěẹẻẽếềểễệĝğġģǧĥħìíîïĩīĭįıỉịĵķĺļľŀłñńņňòóôõöøōŏőơọỏốồổỗộớờởỡợŕŗřśŝşšșţťŧțùúûüũūŭůűųưụủứừửữựŵýŷÿỳỵỷỹźżžæœßþə";

    private const string Plain =
        "AAAAAAAAAAAAAAAAAAAAAACCCCCDDDEEEEEEEEEEEEEEEEEGGGGGHHIIIIIIIIIIIJKLLLLLNNNNOOOOOOOOOOOOOOOOOOOOOORRRSSSSSTTTTUUUUUUUUUUUUUUUUUUWYYYYYYYZZZAOTA"
        + "aaaaaaaaaaaaaaaaaaaaaacccccdddeeeeeeeeeeeeeeeeeggggghhiiiiiiiiiiijklllllnnnnoooooooooooooooooooooorrrsssssttttuuuuuuuuuuuuuuuuuuwyyyyyyyzzzaosta";

    private static readonly char[] Table = Build();

    /// <summary>The letter without its mark; any other character as it is.</summary>
    public static char Strip(char c) => c < Table.Length && Table[c] != 0 ? Table[c] : c;

    /// <summary>The text letter by letter; its length stays the same.</summary>
    public static string Strip(string text)
    {
        foreach (char c in text)
        {
            if (Strip(c) != c)
                return string.Create(text.Length, text, (span, source) =>
                {
                    for (int i = 0; i < span.Length; i++)
                        span[i] = Strip(source[i]);
                });
        }
        return text;
    }

    private static char[] Build()
    {
        var table = new char[0x1F00];
        for (int i = 0; i < Marked.Length; i++)
            table[Marked[i]] = Plain[i];
        return table;
    }
}
