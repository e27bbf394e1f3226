using System.Collections.Immutable;
using System.Globalization;
using Chancery.Entities;
using Chancery.Language;
using Chancery.Names;
using Chancery.Text;

namespace Chancery.Actors;

/// <summary>Identifies the named entities of one report; dies with the call.</summary>
internal sealed class NameIdentification(
    ActorRegistry registry, PersonIdentifier people, DescriptionReader descriptions, Report report, ReportCountries countries, ICollection<Warning> warnings)
{
    private static readonly ImmutableArray<string> Government = ["GOV"];

    /// <returns>One finding, or two for a name that is a place here and an actor there.</returns>
    public List<Finding> Identify(Entity entity, List<Description> described)
    {
        string[] names = [.. entity.Mentions.Where(m => m.Kind == MentionKind.Name).Select(m => Words(m.Span)).Distinct().OrderByDescending(n => n.Length)];
        if (entity.Type == NameType.Place && names is [var adjective] && registry.CountryWords(adjective) is { Count: > 0 } of && of.Any(w => w.Kind == CountryWordKind.Adjective)
            && of.All(w => w.Kind is CountryWordKind.Adjective or CountryWordKind.Demonym) && registry.State(countries.Choose(of).Country) is { } doer)
        {
            return [new Finding(entity, entity.Mentions, doer, doer.Code, doer.Country, doer.Sectors, null, Because("actors.adjective", 0.85f, entity.Mentions[0].Span))];
        }
        if (entity.Type != NameType.Person)
        {
            foreach (string name in names)
            {
                if (registry.IsMetonym(name))
                    return SplitByUse(entity, name);
                if (Body(entity, name) is { } body)
                    return [OfBody(entity, body)];
            }
        }
        List<Actor> found = people.Find(names, described, report.Published, countries);
        if (found is [var person])
            return [OfPerson(entity, person, described)];
        if (found.Count > 1)
            warnings.Add(Warnings.SeveralHolders(names[0], string.Join(", ", found.Select(p => p.Name)), entity.Mentions[0].Span));
        if (entity.Type == NameType.Person && described.Count == 0)
        {
            // The name finder may take a seat of government or a group for a person.
            if (names is [var single] && registry.IsMetonym(single))
                return SplitByUse(entity, single);

            // Not "Jordan" of Michael Jordan.
            Actor? mistyped = names.Where(n => !Array.Exists(names, full => full.EndsWith(" " + n, StringComparison.Ordinal))).SelectMany(n => registry.Named(n)).FirstOrDefault(a => a.Kind is ActorKind.Group or ActorKind.Organisation or ActorKind.State);
            if (mistyped is not null)
                return [OfBody(entity, mistyped)];
        }
        Finding unsure = OfDescription(entity, described) ?? OfOwnWords(entity) ?? Unknown(entity);
        return [found.Count > 1 ? OneOf(unsure, found) : unsure];
    }

    private Actor? Body(Entity entity, string name)
    {
        List<Actor> found = [.. registry.Named(name).Where(a => a.Kind != ActorKind.Person)];
        if (found.Count == 0 && name.StartsWith("the ", StringComparison.OrdinalIgnoreCase))
            found = [.. registry.Named(name.AsSpan(4)).Where(a => a.Kind != ActorKind.Person)];
        // "The North" of the South's report.
        if (found.Count == 0 && name is "North" or "South")
            found = [.. countries.Codes.Select(c => registry.State(c)?.Name).OfType<string>().Select(n => $"{name} {n[(n.LastIndexOf(' ') + 1)..]}").Distinct().SelectMany(n => registry.Named(n)).Where(a => a.Kind == ActorKind.State)];
        bool isPlace = entity.Type == NameType.Place;
        string? country = registry.CountryWords(name) is { Count: > 1 } words ? countries.Choose(words).Country : null;
        return found.OrderByDescending(a => isPlace == a.Kind is ActorKind.State or ActorKind.Region)
            .ThenByDescending(a => country is not null && a.Country == country)
            .ThenByDescending(a => a.Country is not null && countries.Contains(a.Country)).FirstOrDefault();
    }

    private Finding OfBody(Entity entity, Actor body)
    {
        Mention first = entity.Mentions.First(m => m.Kind == MentionKind.Name);
        bool isArea = body.Kind == ActorKind.Region && entity.Mentions.All(m => m.Kind == MentionKind.Name && PlaceUse.IsPlace(m.Head));
        // "Spain's Congress" is not the one that the bare word names.
        if (body.Kind == ActorKind.Organisation && first.Head.Children.FirstOrDefault(c => c.Deprel is "nmod:poss" or "amod") is { } owner
            && registry.CountryWords(owner.Text) is [var word, ..] && body.Country is { } country && word.Country != country)
        {
            return new Finding(entity, entity.Mentions, null, ActorCode.Compose(word.Country, body.Sectors.Take(1)), word.Country, body.Sectors, null,
                Because("actors.composed", 0.7f, owner.Span, first.Span));
        }
        // "Congress" in a report that never speaks of the United States is that of the country it is about.
        if (body.Kind == ActorKind.Organisation && body.Country is { } theirs && !countries.Contains(theirs) && countries.Home is { } home
            && registry.Sector(Words(first.Span)) is { } common)
        {
            return new Finding(entity, entity.Mentions, null, ActorCode.Compose(home, [common.Sector]), home, [common.Sector], null, Because("actors.home-country", 0.5f, first.Span));
        }
        return new Finding(entity, entity.Mentions, body, isArea ? null : body.Code, body.Country, body.Sectors, null,
            Because(body.Kind == ActorKind.State ? "actors.country" : "actors.name", 0.95f, first.Span));
    }

    /// <summary>"In Moscow" is a place, "Moscow said" is Russia: the mentions are parted; pronouns go with who acts.</summary>
    private List<Finding> SplitByUse(Entity entity, string name)
    {
        Actor? state = registry.CountryWords(name).Where(w => w.Kind == CountryWordKind.Metonym).Select(w => registry.State(w.Country)).FirstOrDefault(s => s is not null)
            ?? registry.Named(name).FirstOrDefault(a => a.Kind == ActorKind.Organisation);
        if (state is null)
            return [Unknown(entity)];
        ImmutableArray<Mention> places = [.. entity.Mentions.Where(m => m.Kind == MentionKind.Name && PlaceUse.IsPlace(m.Head))];
        ImmutableArray<Mention> acting = [.. entity.Mentions.Except(places)];
        var found = new List<Finding>();
        if (acting.Any(m => m.Kind == MentionKind.Name))
        {
            // A capital that says or does something is the government; a seat of a body is the body.
            bool isState = state.Kind == ActorKind.State && acting.Any(m => m.Kind == MentionKind.Name && PlaceUse.Governs(m.Head));
            found.Add(new Finding(entity, acting, state, isState ? ActorCode.Compose(state.Country, Government) : state.Code, state.Country, isState ? Government : state.Sectors, null,
                Because("actors.metonym", 0.8f, acting[0].Span)));
        }
        else
        {
            places = entity.Mentions;
        }
        if (places.Length > 0)
            found.Add(new Finding(entity, places, null, null, state.Country, [], null, Because("actors.place", 0.8f, places[0].Span)));
        return found;
    }

    private Finding OfPerson(Entity entity, Actor person, List<Description> described)
    {
        Mention first = entity.Mentions.First(m => m.Kind == MentionKind.Name);
        bool isFull = registry.Named(Words(first.Span)).Contains(person);
        ImmutableArray<Tenure> held = report.Published is { } day ? registry.TenuresOf(person.Id, day) : [];
        if (held.IsEmpty && OfDescription(entity, described) is { } told)
        {
            // "The then chancellor, Angela Merkel": whose, the registry knows.
            string? whose = told.Country is null && told.Role is null && registry.TenuresOf(person.Id).Select(t => t.Country).OfType<string>().Distinct().ToArray() is [var only] ? only : null;
            return whose is null ? told with { Actor = person } : told with { Actor = person, Country = whose, Code = ActorCode.Compose(whose, told.Sectors) };
        }
        Evidence because = Because(isFull ? "actors.name" : "actors.surname", isFull ? 0.9f : 0.8f, [first.Span, .. described.Select(d => d.Words)]);
        if (held is [var tenure, ..])
            return OfTenure(entity, person, tenure, because);
        ImmutableArray<Tenure> ever = registry.TenuresOf(person.Id);
        Tenure last = ever.LastOrDefault(t => report.Published is not { } today || t.From <= today) ?? ever[^1];
        bool isFormer = report.Published is { } date && last.To < date;
        ImmutableArray<string> sectors = isFormer ? ["ELI"] : report.Published is null ? ActorCode.Reduce(last.Sectors.Take(1)) : [];
        return new Finding(entity, entity.Mentions, person, ActorCode.Compose(last.Country, sectors) ?? registry.CodeOf(last), last.Country, sectors, null, because);
    }

    private Finding OfTenure(Entity entity, Actor person, Tenure tenure, Evidence because) => new(
        entity, entity.Mentions, person, registry.CodeOf(tenure), tenure.Country ?? registry[tenure.Body ?? ""]?.Country, tenure.Sectors, tenure.Role, because);

    /// <summary>Someone who is not in the registry, by the words before or beside the name.</summary>
    private Finding? OfDescription(Entity entity, List<Description> described)
    {
        // "Senator Bob Corker, a Tennessee Republican": an office says more than a party.
        if ((described.Find(d => (d.Country ?? d.Body?.Id) is not null && !d.Sectors.IsEmpty && !IsMember(d)) ?? described.Find(d => !d.Sectors.IsEmpty && !IsMember(d))
            ?? described.Find(d => !d.Sectors.IsEmpty)) is not { } best)
        {
            return null;
        }
        ImmutableArray<string> sectors = best.IsPast ? ["ELI"] : best.Sectors;
        bool isHome = best.Country is null && best.Body is null && HomeOffice.Applies(sectors);
        string? country = isHome ? countries.Home : best.Country;
        string? code = best.Body is { Code: { } of } && !best.IsPast ? of : ActorCode.Compose(country, sectors);
        string? role = best.Role is { } words && !best.IsPast && best.Offices.Count > 0 && (country ?? best.Body?.Name) is not null
            ? best.Body is null && best.Offices.All(o => !o.IsSingle && o.Id is "governor" or "regional-leader") ? Title(RoleWords(words)) // of a part of the country
            : RoleText.Of(Title(RoleWords(words)), best.Body?.Name ?? registry.State(country!)?.Name ?? country!)
            : null;
        return new Finding(entity, entity.Mentions, null, code, country, sectors, role,
            Because(isHome && country is not null ? "actors.home-country" : "actors.title", isHome ? 0.5f : 0.7f, best.Words));
    }

    /// <summary>"A Republican": one of a party.</summary>
    private bool IsMember(Description description) => description.Body is { } party && registry.Named(description.HeadNoun).Contains(party);

    /// <summary>A body that says itself what it is: "Ukrainian Defence Ministry", "Meridian News Agency".</summary>
    private Finding? OfOwnWords(Entity entity)
    {
        if (entity.Mentions.FirstOrDefault(m => m.Kind == MentionKind.Name) is not { } name)
            return null;
        var tokens = name.Head.Sentence.Tokens.Where(t => name.Span.Overlaps(t.Span)).ToList();
        if (tokens.Count == 0 || (entity.Type == NameType.Person && !IsNounInFront(entity, tokens)))
            return null;
        Description own = descriptions.Read(report, countries, tokens[0], tokens[^1], tokens[^1]);
        string? country = own.Country
            ?? name.Head.Children.Where(c => c.Deprel is "nmod:poss" or "amod" or "compound").SelectMany(c => registry.CountryWords(c.Text)).Select(w => w.Country).FirstOrDefault();
        if (own.Sectors.IsEmpty)
        {
            // A people: "Russians".
            return registry.CountryWords(Words(name.Span)) is { Count: > 0 } of && countries.Choose(of) is var people && people.Kind == CountryWordKind.Demonym
                ? new Finding(entity, entity.Mentions, null, people.Country, people.Country, [], null, Because("actors.people", 0.8f, name.Span))
                : null;
        }
        bool isHome = country is null && own.Body is null && HomeOffice.Applies(own.Sectors) && countries.Home is not null;
        country ??= isHome ? countries.Home : null;
        return new Finding(entity, entity.Mentions, null, ActorCode.Compose(country, own.Sectors), country, own.Sectors, null,
            Because(isHome ? "actors.home-country" : "actors.composed", isHome ? 0.5f : 0.7f, name.Span));
    }

    /// <summary>Someone whose name several bear who fit alike.</summary>
    private Finding OneOf(Finding unsure, List<Actor> people) => unsure with
    {
        Candidates = [.. people],
        Evidence = unsure.Evidence ?? Because("actors.several", 1f / people.Count, unsure.Mentions.First(m => m.Kind == MentionKind.Name).Span),
    };

    /// <summary>"Gunmen" at the head of a sentence may be taken for a name.</summary>
    private bool IsNounInFront(Entity entity, List<Token> tokens) =>
        tokens is [{ Index: 0 } only] && entity.Mentions.All(m => m.Kind != MentionKind.Name || m.Head.Index == 0) && registry.Sector(only.Text) is { Kind: "group" };

    private static Finding Unknown(Entity entity) => new(entity, entity.Mentions, null, null, null, [], null, null);

    private Evidence Because(string rule, float score, params IEnumerable<TextSpan> words) => new(report.Id, SpanList.Of(words), rule, score);

    private string Words(TextSpan span) => string.Join(' ', report[span].ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The role words without the name of the body or country before them: "Envoy" of "U.N. envoy".</summary>
    private string RoleWords(TextSpan role)
    {
        string words = Words(role);
        int space = words.IndexOf(' ', StringComparison.Ordinal);
        bool isNamed = space > 0 && char.IsUpper(words[0]) && (registry.Named(words.AsSpan(0, space)).Count > 0 || registry.CountryWords(words.AsSpan(0, space)).Count > 0);
        return isNamed ? words[(space + 1)..] : words;
    }

    private static string Title(string words) => string.Join(' ', words.Split(' ')
        .Select(w => w is "of" or "the" or "for" or "and" ? w : char.ToUpper(w[0], CultureInfo.InvariantCulture) + w[1..]));
}
