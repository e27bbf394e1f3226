using Chancery.Language;
using Chancery.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Chancery.Web.Pages.Reports;

/// <summary>A sentence's dependency tree as nested lists; the words an entry rests on stand out.</summary>
public sealed class TreeList : ComponentBase
{
    [Parameter, EditorRequired] public Sentence Sentence { get; set; } = null!;
    [Parameter, EditorRequired] public SpanList Words { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "ul");
        builder.AddAttribute(1, "class", "tree");
        // A list and not recursion: a tree may be as deep as its sentence is long.
        var open = new Stack<Token?>([Sentence.Root]);
        while (open.TryPop(out Token? token))
        {
            if (token is null)
            {
                builder.CloseElement(); // the list of children
                builder.CloseElement(); // their head
                continue;
            }
            builder.OpenElement(2, "li");
            builder.OpenElement(3, Words.Overlaps(token.Span) ? "mark" : "b");
            builder.AddContent(4, Shown.Words(token.Text));
            builder.CloseElement();
            builder.AddContent(5, $" {token.Deprel} ");
            builder.OpenElement(6, "i");
            builder.AddContent(7, token.Xpos);
            builder.CloseElement();
            if (token.Children.IsEmpty)
            {
                builder.CloseElement();
                continue;
            }
            builder.OpenElement(8, "ul");
            open.Push(null);
            for (int i = token.Children.Length - 1; i >= 0; i--)
                open.Push(token.Children[i]);
        }
        builder.CloseElement();
    }
}
