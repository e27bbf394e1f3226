using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Chancery.Web.Pages.Reports;

/// <summary>A report's words as they are, save that characters one cannot see, or that turn the text about, are shown as what they are.</summary>
public sealed class VisibleText : ComponentBase
{
    [Parameter, EditorRequired] public string Text { get; set; } = "";

    protected override void BuildRenderTree(RenderTreeBuilder builder) => Add(builder, Text);

    public static void Add(RenderTreeBuilder builder, string text)
    {
        int from = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (!Shown.Steers(text[i]) || text[i] is '\n' or '\r' or '\t')
                continue;
            builder.AddContent(0, text[from..i]);
            string name = string.Create(CultureInfo.InvariantCulture, $"U+{(int)text[i]:X4}");
            builder.OpenElement(1, "span");
            builder.AddAttribute(2, "class", "unseen");
            builder.AddAttribute(3, "title", $"{name}, a character that cannot be seen");
            builder.AddContent(4, name);
            builder.CloseElement();
            from = i + 1;
        }
        builder.AddContent(5, from == 0 ? text : text[from..]);
    }
}
