import django.db.models.deletion
import whatmatters.rules.commissioning_models.short_term.terms
import whatmatters.rules.episodes
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('access', '__first__'),
        ('commissioning', '0001_initial'),
        ('people', '0007_person_corrections'),
        ('places', '0002_kept_postcodes'),
    ]

    operations = [
        migrations.CreateModel(
            name='Episode',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('starts', models.DateField()),
                ('clock_ends', models.DateField()),
                ('ends', models.DateField(null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('contract', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='commissioning.contract')),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='episodes', to='people.person')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('ends__isnull', True)), fields=('person',), name='episode_one_at_a_time'), models.CheckConstraint(condition=models.Q(('clock_ends__gte', models.F('starts'))), name='episode_has_days')],
            },
        ),
        migrations.CreateModel(
            name='EndStateTold',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('place', models.PositiveSmallIntegerField()),
                ('state', models.CharField(choices=[(whatmatters.rules.commissioning_models.short_term.terms.EndState['INDEPENDENT'], whatmatters.rules.commissioning_models.short_term.terms.EndState['INDEPENDENT']), (whatmatters.rules.commissioning_models.short_term.terms.EndState['SAME'], whatmatters.rules.commissioning_models.short_term.terms.EndState['SAME']), (whatmatters.rules.commissioning_models.short_term.terms.EndState['SMALLER'], whatmatters.rules.commissioning_models.short_term.terms.EndState['SMALLER']), (whatmatters.rules.commissioning_models.short_term.terms.EndState['LARGER'], whatmatters.rules.commissioning_models.short_term.terms.EndState['LARGER']), (whatmatters.rules.commissioning_models.short_term.terms.EndState['READMITTED'], whatmatters.rules.commissioning_models.short_term.terms.EndState['READMITTED']), (whatmatters.rules.commissioning_models.short_term.terms.EndState['DIED'], whatmatters.rules.commissioning_models.short_term.terms.EndState['DIED']), (whatmatters.rules.commissioning_models.short_term.terms.EndState['OTHER'], whatmatters.rules.commissioning_models.short_term.terms.EndState['OTHER']), (whatmatters.rules.commissioning_models.short_term.terms.EndState['UNKNOWN'], whatmatters.rules.commissioning_models.short_term.terms.EndState['UNKNOWN'])], max_length=24)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('episode', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='told', to='episodes.episode')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('episode', 'place'), name='end_state_place_once'), models.CheckConstraint(condition=models.Q(('state__in', ['independent', 'same', 'smaller', 'larger', 'readmitted', 'died', 'other', 'unknown'])), name='end_state_told')],
            },
        ),
        migrations.CreateModel(
            name='Extension',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('on', models.DateField()),
                ('why', models.TextField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('episode', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='extensions', to='episodes.episode')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('episode',), name='episode_extended_once')],
            },
        ),
        migrations.CreateModel(
            name='Reading',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('kind', models.CharField(choices=[(whatmatters.rules.episodes.ReadingKind['BASELINE'], whatmatters.rules.episodes.ReadingKind['BASELINE']), (whatmatters.rules.episodes.ReadingKind['FOLLOW_UP'], whatmatters.rules.episodes.ReadingKind['FOLLOW_UP'])], max_length=24)),
                ('on', models.DateField()),
                ('instrument', models.CharField(max_length=24)),
                ('edition', models.CharField(max_length=24)),
                ('score', models.SmallIntegerField()),
                ('struck_at', models.DateTimeField(null=True)),
                ('baseline', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='episodes.reading')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('episode', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='readings', to='episodes.episode')),
                ('struck_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('struck_at__isnull', True)), fields=('episode', 'kind'), name='reading_stands_once'), models.CheckConstraint(condition=models.Q(('kind__in', ['baseline', 'follow_up'])), name='reading_kind'), models.CheckConstraint(condition=models.Q(models.Q(('baseline__isnull', True), ('kind', whatmatters.rules.episodes.ReadingKind['BASELINE'])), models.Q(('baseline__isnull', False), ('kind', whatmatters.rules.episodes.ReadingKind['FOLLOW_UP'])), _connector='OR'), name='reading_follows_a_baseline'), models.CheckConstraint(condition=models.Q(models.Q(('struck_at__isnull', True), ('struck_by__isnull', True)), models.Q(('struck_at__isnull', False), ('struck_by__isnull', False)), _connector='OR'), name='reading_struck_by_somebody')],
            },
        ),
    ]
