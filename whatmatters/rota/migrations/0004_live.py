import django.db.models.deletion
import whatmatters.rules.rota.live_events
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('access', '__first__'),
        ('people', '0007_person_corrections'),
        ('places', '0002_kept_postcodes'),
        ('rota', '0003_unplanned'),
        ('teams', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='LiveOffer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('what', models.CharField(choices=[(whatmatters.rules.rota.live_events.What['STAYING'], whatmatters.rules.rota.live_events.What['STAYING']), (whatmatters.rules.rota.live_events.What['GONE'], whatmatters.rules.rota.live_events.What['GONE']), (whatmatters.rules.rota.live_events.What['NO_REPLY'], whatmatters.rules.rota.live_events.What['NO_REPLY']), (whatmatters.rules.rota.live_events.What['LONG'], whatmatters.rules.rota.live_events.What['LONG']), (whatmatters.rules.rota.live_events.What['URGENT'], whatmatters.rules.rota.live_events.What['URGENT'])], max_length=24)),
                ('minute', models.PositiveSmallIntegerField()),
                ('time', models.PositiveSmallIntegerField(null=True)),
                ('minutes', models.PositiveSmallIntegerField(null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('over', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rota.dayplan')),
                ('plan', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='offer', to='rota.dayplan')),
                ('worker', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='teams.worker')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('what__in', ['staying', 'gone', 'no_reply', 'running_long', 'urgent'])), name='live_offer_what')],
            },
        ),
        migrations.CreateModel(
            name='LiveAnswer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('yes', models.BooleanField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('over', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rota.dayplan')),
                ('offer', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='answer', to='rota.liveoffer')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('over__isnull', False), ('yes', True)), models.Q(('over__isnull', True), ('yes', False)), _connector='OR'), name='live_answer_over_a_plan')],
            },
        ),
        migrations.CreateModel(
            name='LiveAbout',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('visit', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rota.agreedvisit')),
                ('offer', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='about', to='rota.liveoffer')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='CourtesyCall',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('visit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rota.agreedvisit')),
                ('offer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='calls', to='rota.liveoffer')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('offer', 'visit'), name='courtesy_call_once')],
            },
        ),
        migrations.CreateModel(
            name='DayUrgent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('start', models.PositiveSmallIntegerField(null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='urgent', to='rota.dayplan')),
                ('shift', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rota.shift')),
                ('about', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rota.liveabout')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('plan', 'about'), name='day_urgent_once')],
            },
        ),
    ]
